import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { deleteFolder, newLedgerFolder } from '../../../tests/ledger/template.ts';
import type { Problem } from '../../core/index.ts';
import { openLedger } from '../index.ts';
import { openStore } from './open.ts';
import { readOwner } from './owner-file.ts';
import { thisProcess } from './process-identity.ts';
import { folderKey, socketPath } from './runtime-folder.ts';

const folders: string[] = [];
const newFolder = async () => {
  const folder = await newLedgerFolder();
  folders.push(folder);
  return folder;
};
afterAll(() => folders.forEach(deleteFolder));
const open = (folder: string) => openLedger({ folder }, { author: 'Ana' });
const problemOf = (folder: string): Promise<Problem> =>
  open(folder).then(
    async (ledger) => {
      await ledger.close();
      throw new Error('it opened');
    },
    (error: Problem) => error,
  );

describe('a folder that several open', () => {
  test('is owned by the first and joined by the second, who takes over when the first leaves', async () => {
    const folder = await newFolder();
    const first = await open(folder);
    const second = await open(folder);
    const { id } = await first.createDossier('Ensemble');
    expect(await second.dossiers()).toMatchObject([{ id }]);
    await first.close();
    expect(readOwner(folder)).toBeNull();
    await second.renameDossier(id, 'Après');
    expect(readOwner(folder)?.process.pid).toBe(process.pid);
    await second.close();
    const third = await open(folder);
    expect(await third.dossiers()).toMatchObject([{ id, title: 'Après' }]);
    await third.close();
  });

  test('is the same folder by any path', async () => {
    const folder = await newFolder();
    const link = `${folder}-link`;
    symlinkSync(folder, link);
    const first = await open(folder);
    const second = await open(link);
    const { id } = await first.createDossier('Ensemble');
    expect(await second.dossiers()).toMatchObject([{ id }]);
    await Promise.all([first.close(), second.close()]);
    rmSync(link);
  });

  test('opened many times at once has one owner', async () => {
    const folder = await newFolder();
    const ledgers = await Promise.all(Array.from({ length: 6 }, () => open(folder)));
    await Promise.all(ledgers.map((ledger) => ledger.openDossier('Ensemble')));
    expect(await ledgers[0]!.dossiers()).toHaveLength(1);
    await Promise.all(ledgers.map((ledger) => ledger.close()));
  });

  test('of another machine that beat just now is held, and the Problem says by whom and since when', async () => {
    const folder = await newFolder();
    const us = thisProcess();
    const there = { ...us, pid: 4711, host: 'rédaction-2', place: 'elsewhere', lockScope: 'elsewhere' };
    const owner = { process: there, user: 'bea', since: '2026-03-01T10:00:00.000Z', socket: '/nowhere/x.sock' };
    writeFileSync(join(folder, 'owner-99.json'), JSON.stringify({ released: false, ...owner }));
    const problem = await problemOf(folder);
    expect(problem.code).toBe('ledger/held');
    for (const word of ['4711', 'rédaction-2', 'bea', '2026-03-01T10:00:00.000Z'])
      expect(problem.message).toContain(word);
  });
});

describe('many clients of one owner', () => {
  let folder: string;
  let ledger: Awaited<ReturnType<typeof open>>;
  beforeEach(async () => {
    folder = await newFolder();
    ledger = await open(folder);
  });
  afterEach(() => ledger.close());
  const client = async () => {
    const path = socketPath(folderKey(folder));
    const one = new pg.Client({ user: 'recoupe', stream: () => toPath(path) });
    await one.connect();
    return one;
  };

  test('each get their own answers, outside transactions and with parameters that come in pieces', async () => {
    const clients = await Promise.all(Array.from({ length: 6 }, client));
    const answers = clients.map(async (one, number) => {
      for (let n = 0; n < 5; n++) {
        const asked = number * 1000 + n;
        const long = 'x'.repeat(200_000 + asked);
        const { rows } = await one.query('select $1::int as number, length($2) as length', [asked, long]);
        expect(rows).toEqual([{ number: asked, length: 200_000 + asked }]);
      }
    });
    await Promise.all(answers);
    await Promise.all(clients.map((one) => one.end()));
  });

  test('one that vanishes in the midst of a transaction is rolled back, and the others go on', async () => {
    const before = (await ledger.createDossier('Avant')).id;
    const one = await client();
    one.on('error', () => {});
    await one.query('begin');
    await one.query("update recoupe.dossier set title = 'À moitié'");
    (one as unknown as { connection: { stream: { destroy: () => void } } }).connection.stream.destroy();
    expect(await ledger.dossiers()).toMatchObject([{ id: before, title: 'Avant' }]);
  });

  test('one that talks nonsense stops it, and the next operation opens it again', async () => {
    const nonsense = connect(socketPath(folderKey(folder)));
    const sentAway = new Promise((resolve) => nonsense.once('close', resolve));
    nonsense.on('error', () => {}).resume();
    nonsense.write('\0\0\0\x0f\0\x03\0\0user\0\0\0'); // a greeting without a name
    await sentAway;
    expect(await ledger.dossiers()).toEqual([]);
  });

  test('when PostgreSQL itself stops, the next operation opens it again and nothing kept is lost', async () => {
    const { id } = await ledger.createDossier('Gardé');
    const one = await client();
    one.on('error', () => {});
    // COPY FROM STDIN stops PGlite, which is why nothing of ours uses it.
    await expect(one.query('copy recoupe.dossier from stdin')).rejects.toThrow();
    expect(await ledger.dossiers()).toMatchObject([{ id, title: 'Gardé' }]);
  });
});

describe('a folder that is refused', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'recoupe-refused-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test('holds something else', async () => {
    writeFileSync(join(folder, 'roman.txt'), 'Il était une fois.');
    expect((await problemOf(folder)).code).toBe('ledger/not-a-ledger');
    expect(readFileSync(join(folder, 'roman.txt'), 'utf8')).toBe('Il était une fois.');
  });

  test('is a file', async () => {
    const file = join(folder, 'f');
    writeFileSync(file, '');
    expect((await problemOf(file)).code).toBe('ledger/folder-refused');
  });

  test('was made by another major version of PostgreSQL', async () => {
    mkdirSync(join(folder, 'store'));
    writeFileSync(join(folder, 'store/PG_VERSION'), '17\n');
    const problem = await problemOf(folder);
    expect(problem.code).toBe('ledger/other-store-version');
    expect(problem.message).toContain('(17)');
  });

  test('has a store that PostgreSQL cannot read', async () => {
    const whole = await newFolder();
    cpSync(whole, folder, { recursive: true });
    writeFileSync(join(folder, 'store/global/pg_control'), 'nonsense');
    const problem = await problemOf(folder);
    expect(problem.code).toBe('ledger/store-failed');
    expect(problem.message).toContain('pg_control');
    // It has let go of the folder.
    expect(readOwner(folder)).toBeNull();
  });

  test('was opened by a newer Recoupe', async () => {
    const newer = await newFolder();
    const store = await openStore({ folder: newer });
    await store.write((db) => sql`insert into recoupe.kysely_migration values ('0999_later', '2030')`.execute(db));
    await store.close();
    const problem = await problemOf(newer);
    expect(problem.code).toBe('ledger/newer');
    expect(problem.message).toContain('0999_later');
  });
});

test('the folder of a ledger is ours alone', async () => {
  const folder = await newFolder();
  chmodSync(folder, 0o755);
  const ledger = await open(folder);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  expect(statSync(socketPath(folderKey(folder))).mode & 0o777).toBe(0o600);
  await ledger.close();
});

test('a store that was half made when the machine stopped is made anew', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'recoupe-half-'));
  folders.push(folder);
  mkdirSync(join(folder, 'store.new/base'), { recursive: true });
  writeFileSync(join(folder, 'store.new/PG_VERSION'), '18\n');
  const ledger = await open(folder);
  expect(await ledger.dossiers()).toEqual([]);
  await ledger.close();
});

function toPath(path: string) {
  const socket = connect(path);
  socket.connect = (() => socket) as unknown as typeof socket.connect;
  return socket;
}
