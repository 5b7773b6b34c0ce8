import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openLedger } from '../../src/ledger/index.ts';
import { startChild } from './child.ts';
import { dump } from './dump.ts';
import { faultsOf } from './sound.ts';
import { deleteFolder, newLedgerFolder } from './template.ts';

// kill -9, many times, at any moment: nothing that was acknowledged may be lost, and the store must be sound.

const KILLS = 25;
let folder: string;
beforeAll(async () => {
  folder = await newLedgerFolder();
});
afterAll(() => deleteFolder(folder));

test(
  `a program that adds dispatches is killed ${KILLS} times, and nothing acknowledged is lost`,
  async () => {
    const acknowledged = new Map<string, number>();
    for (let kill = 0; kill < KILLS; kill++) {
      const child = startChild(folder, `tour-${kill}`);
      // Every fifth dies while it starts or the store recovers, the others in the midst of adding.
      if (kill % 5 !== 4) await child.hasAdded(1 + Math.floor(Math.random() * 20));
      await sleep(Math.random() * (kill % 5 === 4 ? 2000 : 20));
      child.process.kill('SIGKILL');
      await child.ended;
      for (const id of child.added) acknowledged.set(id, kill);
    }
    expect(acknowledged.size).toBeGreaterThan(KILLS);

    const opening = performance.now();
    const ledger = await openLedger({ folder }, { author: 'test' });
    expect(performance.now() - opening).toBeLessThan(10_000);
    const dossier = (await ledger.findDossier('Ensemble')).id;
    const { dispatches, claims } = await ledger.accounts(dossier);
    const there = new Set(dispatches.map((dispatch) => dispatch.id));
    expect([...acknowledged.keys()].filter((id) => !there.has(id))).toEqual([]);
    const read = new Set(claims.map((claim) => claim.dispatch));
    expect([...acknowledged.keys()].filter((id) => !read.has(id))).toEqual([]);
    // At most the one that each kill cut off is there without having been acknowledged.
    expect(there.size - acknowledged.size).toBeLessThanOrEqual(KILLS);

    const rows = await dump({ folder });
    await ledger.rebuild(dossier);
    expect(await dump({ folder })).toEqual(rows);
    await ledger.close();
    expect(await faultsOf(folder)).toEqual([]);
  },
  10 * 60_000,
);
