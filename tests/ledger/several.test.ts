import { afterEach, beforeEach, expect, test } from 'vitest';
import { openLedger } from '../../src/ledger/index.ts';
import { readOwner } from '../../src/ledger/store/owner-file.ts';
import { type Child, startChild } from './child.ts';
import { faultsOf } from './sound.ts';
import { deleteFolder, newLedgerFolder } from './template.ts';

// Several programs on one folder: one owns it, the others join, and when it goes another takes over.

let folder: string;
beforeEach(async () => {
  folder = await newLedgerFolder();
});
afterEach(async () => {
  expect(await faultsOf(folder)).toEqual([]);
  deleteFolder(folder);
});

/** All that the programs were told is kept, and all that the ledger holds with a claim. */
async function compare(children: readonly Child[]): Promise<{ readonly kept: string[]; readonly told: string[] }> {
  const ledger = await openLedger({ folder }, { author: 'test' });
  const { claims } = await ledger.accounts((await ledger.findDossier('Ensemble')).id);
  await ledger.close();
  return { kept: claims.map((claim) => claim.dispatch).sort(), told: children.flatMap((child) => child.added).sort() };
}

test('three programs add at once', async () => {
  const children = ['un', 'deux', 'trois'].map((name) => startChild(folder, name, 60));
  expect(await Promise.all(children.map((child) => child.ended))).toEqual([0, 0, 0]);
  const { kept, told } = await compare(children);
  expect(told).toHaveLength(180);
  expect(kept).toEqual(told);
});

test('the owner leaves while others add, and one of them takes over', async () => {
  const ledger = await openLedger({ folder }, { author: 'owner' });
  const children = ['un', 'deux'].map((name) => startChild(folder, name, 150));
  await Promise.all(children.map((child) => child.hasAdded(20)));
  expect(readOwner(folder)?.process.pid).toBe(process.pid);
  await ledger.close();
  expect(await Promise.all(children.map((child) => child.ended))).toEqual([0, 0]);
  const { kept, told } = await compare(children);
  expect(told).toHaveLength(300);
  expect(kept).toEqual(told);
});

test(
  'the owner is killed again and again, and those who joined go on',
  async () => {
    const killed: Child[] = [];
    const steady = [startChild(folder, 'un', 300), startChild(folder, 'deux', 300)];
    for (let round = 0; round < 4; round++) {
      const child = startChild(folder, `tour-${round}`);
      await child.hasAdded(5);
      killed.push(child);
      const owner = readOwner(folder)?.process.pid;
      // Whoever owns it now; one of the steady ones dies only where it is the owner, and is begun anew.
      const victim = [...steady, ...killed].find((one) => one.process.pid === owner) ?? child;
      victim.process.kill('SIGKILL');
      await victim.ended;
      const at = steady.indexOf(victim);
      if (at >= 0) {
        killed.push(victim);
        steady[at] = startChild(folder, `encore-${round}`, 300);
      }
    }
    for (const child of killed) child.process.kill('SIGKILL');
    await Promise.all(killed.map((child) => child.ended));
    expect(await Promise.all(steady.map((child) => child.ended))).toEqual([0, 0]);
    const { kept, told } = await compare([...steady, ...killed]);
    expect(told.filter((id) => !kept.includes(id))).toEqual([]);
    expect(kept).toEqual([...new Set(kept)]);
  },
  5 * 60_000,
);

test('an owner that is suspended is named as such, and goes on when it is resumed', async () => {
  const child = startChild(folder, 'un', 100);
  await child.hasAdded(5);
  child.process.kill('SIGSTOP');
  const error = await openLedger({ folder }, { author: 'test' }).catch((reason: unknown) => reason);
  expect(error).toMatchObject({ code: 'ledger/no-answer' });
  child.process.kill('SIGCONT');
  expect(await child.ended).toBe(0);
  const { kept, told } = await compare([child]);
  expect(kept).toEqual(told);
});
