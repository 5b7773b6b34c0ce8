import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Problem } from '../core/index.ts';
import { type GatherOptions, gather } from './gather.ts';

const STORY =
  "Deux ponts ont été rouverts jeudi sur le fleuve, a annoncé le gouvernorat, qui promet d'autres chantiers.";
let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'recoupe-intake-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const at = (path: string) => join(root, ...path.split('/'));
function write(path: string, content: string | Uint8Array = STORY): void {
  mkdirSync(dirname(at(path)), { recursive: true });
  writeFileSync(at(path), content);
}
const writeDossier = (path: string, dispatches: unknown[]) =>
  write(path, JSON.stringify({ title: 'Le fleuve', dispatches }));
/** `name: what`, where what is the encoding of a dispatch, the code of a Problem, the rule of a notice. */
async function outcomes(inputs: string[], options: GatherOptions = {}): Promise<string[]> {
  const found: string[] = [];
  for await (const item of gather(inputs, options))
    found.push(
      'dispatch' in item
        ? `${item.name}: ${item.dispatch.published?.date ?? '-'}`
        : 'problem' in item
          ? `${item.name}: ${item.problem.code}`
          : `${item.name}: (${item.notice.rule})`,
    );
  return found;
}

describe('a folder', () => {
  test('gives its files in the order of their names, hidden ones left out', async () => {
    for (const path of [
      'b.txt',
      'a/2.txt',
      'a/10.txt',
      'É.txt',
      'A.txt',
      '.hidden.txt',
      '.git/x.txt',
      'a/.DS_Store',
      'Thumbs.db',
    ])
      write(path);
    expect(await outcomes([root])).toEqual(['A.txt: -', 'a/10.txt: -', 'a/2.txt: -', 'b.txt: -', 'É.txt: -']);
  });
  test('tells what it does not read, and one bad file stops no other', async () => {
    write('a.txt');
    write('b.md', '# Titre');
    write('c.txt', '');
    write('d.pdf', '%PDF-1.4');
    write('e.txt', Uint8Array.of(0xff, 0x00, 0x80, 0x00, 0x01));
    write('f.txt');
    expect(await outcomes([root])).toEqual([
      'a.txt: -',
      'b.md: intake/unread-format',
      'c.txt: intake/empty',
      'd.pdf: intake/binary',
      'e.txt: intake/binary',
      'f.txt: -',
    ]);
  });
  test('without a file says so', async () => {
    mkdirSync(at('leer'));
    expect(await outcomes([at('leer')])).toEqual(['leer: intake/nothing-found']);
  });
  test.skipIf(process.platform === 'win32')('with links follows none, in circles or out', async () => {
    write('in/a.txt');
    write('out.txt');
    symlinkSync(at('in'), at('in/loop'));
    symlinkSync(at('out.txt'), at('in/b.txt'));
    expect(await outcomes([at('in')])).toEqual(['a.txt: -', 'b.txt: intake/link', 'loop: intake/link']);
    // What the user names is followed.
    expect(await outcomes([at('in/b.txt')])).toEqual(['b.txt: -']);
  });
});

describe('a file', () => {
  test('that is not there, or is no file', async () => {
    expect(await outcomes([at('nope.txt')])).toEqual(['nope.txt: intake/vanished']);
    if (process.platform !== 'win32') expect(await outcomes(['/dev/null'])).toEqual(['null: intake/not-a-file']);
  });
  test.skipIf(process.platform === 'win32')('that is a pipe is not waited for', async () => {
    execFileSync('mkfifo', [at('pipe.txt')]);
    expect(await outcomes([root])).toEqual(['pipe.txt: intake/not-a-file']);
  });
  test.skipIf(process.getuid?.() === 0 || process.platform === 'win32')('that may not be read', async () => {
    write('a.txt');
    execFileSync('chmod', ['000', at('a.txt')]);
    expect(await outcomes([root])).toEqual(['a.txt: intake/unreadable']);
  });
  test('too large is not read', async () => {
    write('a.txt');
    truncateSync(at('a.txt'), 100_000_001);
    expect(await outcomes([root])).toEqual(['a.txt: intake/too-large']);
  });
  test('that vanishes while others are taken in', async () => {
    write('a.txt');
    write('b.txt');
    const found: string[] = [];
    for await (const item of gather([root])) {
      found.push('problem' in item ? item.problem.code : item.name);
      rmSync(at('b.txt'), { force: true });
    }
    expect(found).toEqual(['a.txt', 'intake/vanished']);
  });
});

describe('a folder with dossier.json', () => {
  test('gives what it lists, in its order, with what it says, then the rest', async () => {
    for (const path of ['a.txt', 'b.txt', 'sub/c.txt', 'd.txt', 'gold.json']) write(path);
    writeDossier('dossier.json', [
      { file: 'sub/c.txt', published: '2017-12-07', exercise: true },
      { file: 'a.txt', published: null },
    ]);
    const items = [];
    for await (const item of gather([root])) items.push(item);
    expect(items).toMatchObject([
      { name: 'dossier.json', total: 4, notice: { rule: 'dossier-unlisted-files' } },
      {
        name: 'sub/c.txt',
        dossier: 'Le fleuve',
        place: 1,
        total: 4,
        dispatch: { exercise: true, published: { date: '2017-12-07', given: 'user' } },
      },
      { name: 'a.txt', dossier: 'Le fleuve', place: 2, total: 4, dispatch: { exercise: false, published: null } },
      { name: 'b.txt', dossier: 'Le fleuve', place: 3, total: 4, dispatch: { published: null } },
      { name: 'd.txt', dossier: 'Le fleuve', place: 4, total: 4, dispatch: { published: null } },
    ]);
    expect('notice' in items[0]! && items[0].notice.message.en).toContain('b.txt, d.txt.');
  });
  test('named itself stands for its folder', async () => {
    write('a.txt');
    writeDossier('dossier.json', [{ file: 'a.txt' }]);
    expect(await outcomes([at('dossier.json')])).toEqual(['a.txt: -']);
  });
  test('is honoured further down, too', async () => {
    write('a.txt');
    write('x/b.txt');
    writeDossier('x/dossier.json', [{ file: 'b.txt', published: '2018' }]);
    expect(await outcomes([root])).toEqual(['a.txt: -', 'x/b.txt: 2018']);
  });
  test('that names what it may not, or what is not there', async () => {
    write('a.txt');
    write('out.txt');
    write('d/a.txt');
    mkdirSync(at('d/folder'));
    writeDossier('d/dossier.json', [
      { file: '../out.txt' },
      { file: 'no.txt' },
      { file: 'folder' },
      { file: 'a.txt' },
      { file: 'a.txt' },
      { file: 'a.txt/b.txt' },
    ]);
    expect(await outcomes([at('d')])).toEqual([
      'dossier.json#1: intake/leads-out',
      'no.txt: intake/missing',
      'folder: intake/not-a-file',
      'a.txt: -',
      'dossier.json#5: intake/named-twice',
      'a.txt/b.txt: intake/missing',
    ]);
  });
  test.skipIf(process.platform === 'win32')('that leads out by a link, at any level', async () => {
    write('out/a.txt');
    mkdirSync(at('d'));
    symlinkSync(at('out'), at('d/folder'));
    symlinkSync(at('out/a.txt'), at('d/a.txt'));
    writeDossier('d/dossier.json', [{ file: 'folder/a.txt' }, { file: 'a.txt' }]);
    expect(await outcomes([at('d')])).toEqual(['folder/a.txt: intake/leads-out', 'a.txt: intake/leads-out']);
  });
  test('that is no JSON stops the folder, not its neighbours', async () => {
    write('d/a.txt');
    write('d/dossier.json', '{');
    write('e/b.txt');
    expect(await outcomes([at('d'), at('e')])).toEqual(['dossier.json: intake/dossier-json', 'b.txt: -']);
  });
});

describe('names', () => {
  test('that clash get the folders that tell them apart', async () => {
    for (const path of ['p/x/a.txt', 'q/x/a.txt', 'q/x/b.txt']) write(path);
    expect(await outcomes([at('p/x'), at('q/x')])).toEqual([
      'a.txt: (name-clash)',
      'p/x/a.txt: -',
      'q/x/a.txt: -',
      'b.txt: -',
    ]);
  });
  test('of one file given twice', async () => {
    write('a.txt');
    expect(await outcomes([at('a.txt'), root])).toEqual(['a.txt: -', 'a.txt (2): intake/named-twice']);
  });
});

describe('standard input', () => {
  const stdin = async function* () {
    yield Buffer.from(STORY.slice(0, 40));
    yield Buffer.from(STORY.slice(40));
  };
  test('is one dispatch', async () => {
    expect(await outcomes(['-'], { stdin: stdin(), date: '2018-03' })).toEqual(['stdin: 2018-03']);
  });
  test('can be read once', async () => {
    expect(await outcomes(['-', '-'], { stdin: stdin() })).toEqual(['stdin: -', 'stdin (2): intake/named-twice']);
  });
});

describe('options', () => {
  test('beat dossier.json, which beats the text', async () => {
    write('a.txt', `12 janvier 2018. - ${STORY}`);
    writeDossier('dossier.json', [{ file: 'a.txt', published: '2018-02' }]);
    expect(await outcomes([root])).toEqual(['a.txt: 2018-02']);
    expect(await outcomes([root], { date: '2018-03' })).toEqual(['a.txt: 2018-03']);
  });
  const wrong: GatherOptions[] = [{ date: 'hier' }, { language: 'french' }, { address: 'x' }, { encoding: 'ansi' }];
  for (const options of wrong)
    test(`${JSON.stringify(options)} stops before anything is read`, async () => {
      await expect(outcomes([at('nope')], options)).rejects.toBeInstanceOf(Problem);
    });
});
