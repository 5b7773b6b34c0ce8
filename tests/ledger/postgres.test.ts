import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openLedger, type Place } from '../../src/ledger/index.ts';
import { dump } from './dump.ts';
import { fillLedger } from './full-ledger.ts';
import { modelSuite, testClock } from './model-suite.ts';
import { type Server, serverPrograms, startServer } from './postgres-server.ts';
import { deleteFolder, newLedgerFolder } from './template.ts';
import { wholeSuite } from './whole-suite.ts';

// The ledger on a PostgreSQL server, which is started for the purpose.
const programs = serverPrograms();
const why = programs ?? 'skipped: no PostgreSQL server in /usr/lib/postgresql/*/bin or PATH';

describe.skipIf(programs === null)(`on a server (${why})`, () => {
  let server: Server;
  const newPlace = async (): Promise<Place> => ({ url: await server.newDatabase() });
  beforeAll(async () => {
    server = await startServer(programs!);
  }, 60_000);
  afterAll(() => server.stop());

  describe('the model', () => modelSuite(newPlace));
  describe('the whole', () => wholeSuite(newPlace));

  test('a superuser is told that nothing is refused', async () => {
    const place = { url: await server.newDatabase(true) };
    const ledger = await openLedger(place, { author: 'Ana' });
    expect(ledger.notices.map((notice) => notice.en)).toEqual([expect.stringContaining('superuser')]);
    await ledger.close();
    const ordinary = await openLedger(await newPlace(), { author: 'Ana' });
    expect(ordinary.notices).toEqual([]);
    await ordinary.close();
  });

  test('several programs add to one dossier at once, and nothing is lost', async () => {
    const place = await newPlace();
    const ledgers = await Promise.all(['A', 'B', 'C'].map((author) => openLedger(place, { author })));
    const dossiers = await Promise.all(ledgers.map((ledger) => ledger.openDossier('Ensemble')));
    expect(new Set(dossiers.map((dossier) => dossier.id)).size).toBe(1);
    await Promise.all(
      ledgers.flatMap((ledger) =>
        Array.from({ length: 20 }, (_, i) => ledger.merge(dossiers[0]!.id, 'party', `p${i}-${Math.random()}`, 'x')),
      ),
    );
    const entries = await ledgers[0]!.entries(dossiers[0]!.id, { kinds: ['party-merged'] });
    expect(entries).toHaveLength(60);
    expect(entries.map((entry) => entry.id)).toEqual(entries.map((entry) => entry.id).sort());
    await Promise.all(ledgers.map((ledger) => ledger.close()));
  });

  test('a server that is not there is a Problem that keeps the password to itself', async () => {
    const url = 'postgresql://ana:secret@127.0.0.1:1/nowhere';
    const error = await openLedger({ url }, { author: 'Ana' }).catch((reason: Error) => reason);
    expect(error).toMatchObject({ code: 'ledger/server-unreachable' });
    expect((error as Error).message).not.toContain('secret');
  });

  test('a ledger goes from a folder to the server and back, and is the same', async () => {
    const files = mkdtempSync(join(tmpdir(), 'recoupe-export-'));
    const folders = [await newLedgerFolder(), await newLedgerFolder()] as const;
    const places: readonly Place[] = [{ folder: folders[0] }, await newPlace(), { folder: folders[1] }];
    const { clock } = testClock('2026-03-01T10:00:00.000Z');
    const first = await openLedger(places[0]!, { author: 'Ana', clock });
    await fillLedger(first);
    await first.close();
    for (const [step, from] of places.slice(0, -1).entries()) {
      const [source, target] = [
        await openLedger(from, { author: 'Ana', clock }),
        await openLedger(places[step + 1]!, { author: 'Ana', clock }),
      ];
      const file = join(files, `${step}.jsonl`);
      await source.export(file);
      await target.import(file);
      await Promise.all([source.close(), target.close()]);
    }
    const tables = ['entry', 'content', 'reading', 'dossier', 'dispatch', 'passage', 'statement', 'claim'];
    const [here, , back] = await Promise.all(places.map((place) => dump(place, tables)));
    expect(back).toEqual(here);
    folders.forEach(deleteFolder);
    rmSync(files, { recursive: true });
  }, 60_000);
});
