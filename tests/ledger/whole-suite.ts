import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Problem } from '../../src/core/index.ts';
import { type Ledger, openLedger, type Place } from '../../src/ledger/index.ts';
import { openStore } from '../../src/ledger/store/open.ts';
import { dump, onTables } from './dump.ts';
import { type FullLedger, fillLedger, SECRET } from './full-ledger.ts';
import { testClock } from './model-suite.ts';
import { dispatchSample } from './samples.ts';

/** The tests of the ledger as a whole: what is kept, worked out, carried over and removed. */
export function wholeSuite(newPlace: () => Promise<Place>): void {
  let place: Place;
  let ledger: Ledger;
  let full: FullLedger;
  const folder = mkdtempSync(join(tmpdir(), 'recoupe-export-'));
  const { clock } = testClock('2026-03-01T10:00:00.000Z');

  beforeAll(async () => {
    place = await newPlace();
    ledger = await openLedger(place, { author: 'Ana', clock });
    full = await fillLedger(ledger);
  });
  afterAll(async () => {
    await ledger.close();
    rmSync(folder, { recursive: true });
  });

  test('rebuilding gives the same rows', async () => {
    const before = await dump(place);
    expect(before.claim!.length).toBeGreaterThan(5);
    expect(before.claim!.filter((line) => !line.includes('"until_entry": null'))).not.toEqual([]);
    await ledger.rebuild(full.dossier);
    expect(await dump(place)).toEqual(before);
  });

  describe('what happened cannot be changed', () => {
    for (const table of ['entry', 'content', 'reading'])
      for (const [what, statement] of [
        ['UPDATE', `update recoupe.${table} set dossier_id = dossier_id`],
        ['DELETE', `delete from recoupe.${table}`],
        ['TRUNCATE', `truncate recoupe.${table}`],
      ] as const)
        test(`${what} of ${table} is refused`, async () => {
          const store = await openStore(place);
          const attempt = store.write((db) => sql.raw(statement).execute(db));
          await expect(attempt).rejects.toMatchObject({ code: '42501' });
          await store.close();
        });
  });

  describe('export and import', () => {
    const path = join(folder, 'ledger.jsonl');
    let twin: Place;

    test('an empty ledger that imports an exported one has the same rows, to the instant', async () => {
      const exported = await ledger.export(path);
      const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
      expect(JSON.parse(lines[0]!)).toMatchObject({ format: 1, kind: 'recoupe-ledger' });
      expect(lines).toHaveLength(exported.lines + 2);
      twin = await newPlace();
      const other = await openLedger(twin, { author: 'Bea', clock });
      expect(await other.import(path)).toMatchObject({ dossiers: 1, dispatches: 3 });
      await other.storeFindings(
        full.dossier,
        await ledger.findings(full.dossier).then((all) => all.map(({ firstFound: _, ...finding }) => finding)),
      );
      expect(await dump(twin)).toEqual(await dump(place));
      await other.close();
    });

    test('importing twice changes nothing', async () => {
      const other = await openLedger(twin, { author: 'Bea', clock });
      const before = await dump(twin);
      expect(await other.import(path)).toEqual({ dossiers: 0, entries: 0, dispatches: 0 });
      expect(await dump(twin)).toEqual(before);
      await other.close();
    });

    test('what is exported again is the same file but for its time', async () => {
      const again = join(folder, 'again.jsonl');
      const other = await openLedger(twin, { author: 'Bea', clock });
      await other.export(again);
      await other.close();
      const body = (file: string) => readFileSync(file, 'utf8').split('\n').slice(1);
      expect(body(again)).toEqual(body(path));
    });

    const spoilt: readonly (readonly [string, (lines: string[]) => string[], string])[] = [
      ['cut off', (lines) => lines.slice(0, -3), 'ledger/broken-export'],
      ['with a line missing', (lines) => lines.toSpliced(5, 1), 'ledger/broken-export'],
      [
        'with other bytes',
        (lines) => lines.map((line) => line.replace('"bytes":"', '"bytes":"AAAA')),
        'ledger/broken-export',
      ],
      [
        'of a newer format',
        (lines) => [lines[0]!.replace('"format":1', '"format":2'), ...lines.slice(1)],
        'ledger/newer-format',
      ],
      ['that is none', () => ['bonjour'], 'ledger/broken-export'],
    ];
    let empty: Ledger;
    beforeAll(async () => {
      empty = await openLedger(await newPlace(), { author: 'Bea', clock });
    });
    afterAll(() => empty.close());
    for (const [what, spoil, code] of spoilt)
      test(`a file ${what} is refused, and nothing of it is taken`, async () => {
        const file = join(folder, 'spoilt.jsonl');
        writeFileSync(file, `${spoil(readFileSync(path, 'utf8').trimEnd().split('\n')).join('\n')}\n`);
        const error = await empty.import(file).catch((reason: unknown) => reason);
        expect(error).toBeInstanceOf(Problem);
        expect((error as Problem).code).toBe(code);
        expect(await empty.dossiers()).toEqual([]);
      });

    test('a file that is not there is a Problem', async () => {
      await expect(ledger.import(join(folder, 'nowhere.jsonl'))).rejects.toMatchObject({ code: 'ledger/file' });
    });
  });

  describe('removing', () => {
    const before = join(folder, 'before-removal.jsonl');
    const after = join(folder, 'after-removal.jsonl');

    test('takes the words out of every table and leaves hash, reason, author and time', async () => {
      await ledger.export(before);
      const { sha256 } = await ledger.dispatch(full.dossier, full.secret);
      expect(await rowsWith(SECRET)).toBeGreaterThan(5);
      await ledger.remove(full.dossier, full.secret, 'à la demande du tribunal');
      expect(await rowsWith(SECRET)).toBe(0);
      const entries = await ledger.entries(full.dossier, { kinds: ['dispatch-removed'] });
      expect(entries).toMatchObject([{ author: 'Ana', body: { sha256, reason: 'à la demande du tribunal' } }]);
      await ledger.export(after);
      expect(readFileSync(after, 'utf8')).not.toContain(SECRET);
    });

    test('leaves the other dispatches as they are', async () => {
      expect((await ledger.dispatches(full.dossier)).map((dispatch) => [dispatch.id, dispatch.version])).toEqual([
        [full.later, 1],
        [full.other, 1],
      ]);
      expect((await ledger.findings(full.dossier)).map((finding) => finding.id)).toEqual(['f-3']);
      const rows = await dump(place);
      await ledger.rebuild(full.dossier);
      expect(await dump(place)).toEqual(rows);
    });

    test('is told when the same bytes, or the same text, are added again', async () => {
      const { text } = JSON.parse(
        readFileSync(before, 'utf8')
          .split('\n')
          .find((line) => line.includes(`"text":"Le fort de Karrad est tenu par la milice. La colline`))!,
      ) as { text: string };
      const again = await ledger.addDispatch(full.dossier, dispatchSample(text, { publisher: 'Un autre' }));
      expect(again).toMatchObject({ outcome: 'removed', removal: { body: { reason: 'à la demande du tribunal' } } });
      const bytes = new TextEncoder().encode(`<p>${text}</p>`);
      expect(await ledger.addDispatch(full.dossier, dispatchSample(text, { bytes }))).toMatchObject({
        outcome: 'removed',
      });
    });

    test('is not undone by an older export', async () => {
      await ledger.import(before);
      expect(await rowsWith(SECRET)).toBe(0);
    });

    test('is carried to another ledger that still has the dispatch', async () => {
      const twin = await newPlace();
      const other = await openLedger(twin, { author: 'Bea', clock });
      await other.import(before);
      expect(await other.dispatches(full.dossier)).toHaveLength(3);
      await other.import(after);
      expect(await rowsWith(SECRET, twin)).toBe(0);
      const left = (tables: Record<string, string[]>) => ({ ...tables, finding: [] }); // findings are crosscheck's to make
      expect(left(await dump(twin))).toEqual(left(await dump(place)));
      await other.close();
    });

    test('needs a reason, and a dispatch that is there', async () => {
      await expect(ledger.remove(full.dossier, full.later, ' ')).rejects.toMatchObject({ code: 'ledger/no-reason' });
      await expect(ledger.remove(full.dossier, full.secret, 'x')).rejects.toMatchObject({
        code: 'ledger/no-such-dispatch',
      });
    });

    test('can be lifted: then the dispatch may be added again', async () => {
      const [removal] = await ledger.entries(full.dossier, { kinds: ['dispatch-removed'] });
      await ledger.undo(full.dossier, removal!.id);
      const added = await ledger.addDispatch(full.dossier, dispatchSample('Un autre texte, sans rapport.'));
      expect(added.outcome).toBe('added');
      const rows = await dump(place);
      await ledger.rebuild(full.dossier);
      expect(await dump(place)).toEqual(rows);
    });
  });

  /** How many rows of the ledger's tables hold a word, in any column, statistics included. */
  const rowsWith = async (word: string, where = place): Promise<number> => {
    const tables = await dump(where);
    const { rows: samples } = await onTables(where, (db) =>
      sql<{ line: string }>`select to_jsonb(s)::text as line from pg_stats as s where schemaname = 'recoupe'`.execute(
        db,
      ),
    );
    const lines = [...Object.values(tables).flat(), ...samples.map((row) => row.line)];
    return lines.filter((line) => line.includes(word) || line.includes(Buffer.from(word).toString('hex'))).length;
  };
}
