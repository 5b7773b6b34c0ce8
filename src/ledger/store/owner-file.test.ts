import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { beat, claim, DEAD_AFTER_SECONDS, type Owner, readOwner, release, stillOurs } from './owner-file.ts';
import { isRunning, type ProcessIdentity, startOf, thisProcess } from './process-identity.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'recoupe-owner-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const us = thisProcess();
const owner = (process: Partial<ProcessIdentity>): Owner => ({
  process: { ...us, ...process },
  user: 'ana',
  since: '2026-03-01T10:00:00.000Z',
  socket: '/nowhere.sock',
});
/** Leaves a file as an owner of before would have, last written so many seconds ago. */
const leave = (number: number, content: string, ageSeconds = 0) => {
  const path = join(folder, `owner-${number}.json`);
  writeFileSync(path, content);
  const then = Date.now() / 1000 - ageSeconds;
  utimesSync(path, then, then);
};
const held = (process: Partial<ProcessIdentity>) => JSON.stringify({ released: false, ...owner(process) });
const elsewhere = { place: 'another machine', lockScope: 'another machine', host: 'ailleurs' };
/** A number that no process has: above what Linux and macOS give. */
const gone = { pid: 99_999_999, started: '1' };

describe('claiming a folder', () => {
  const cases: readonly (readonly [string, () => void, boolean, boolean])[] = [
    // who was there before; whether we hold the kernel lock; whether the folder becomes ours
    ['that nobody held', () => {}, true, true],
    ['that its owner gave back', () => leave(1, held({}).replace('false', 'true ')), true, true],
    ['of a live process of our place', () => leave(1, held({ lockScope: null })), false, false],
    ['of a process that is gone', () => leave(1, held({ ...gone, lockScope: null })), false, true],
    [
      'of a process whose number another has now',
      () => leave(1, held({ started: 'before', lockScope: null })),
      false,
      true,
    ],
    ['of our kernel lock’s scope, with the lock in hand', () => leave(1, held({})), true, true],
    ['of another place that beat just now', () => leave(1, held(elsewhere)), true, false],
    ['of another place, silent too long', () => leave(1, held(elsewhere), DEAD_AFTER_SECONDS + 5), true, true],
    ['of another place, silent for half that', () => leave(1, held(elsewhere), DEAD_AFTER_SECONDS / 2), true, false],
    ['whose file is being written', () => leave(1, ''), true, false],
    ['whose file was never written', () => leave(1, '', DEAD_AFTER_SECONDS + 5), true, true],
  ];
  for (const [what, before, kernelLock, becomesOurs] of cases)
    test(`a folder ${what} ${becomesOurs ? 'becomes ours' : 'stays theirs'}`, () => {
      before();
      const outcome = claim(folder, '/here.sock', kernelLock);
      expect('number' in outcome).toBe(becomesOurs);
      if ('number' in outcome) {
        expect(readOwner(folder)).toMatchObject({ socket: '/here.sock', process: { pid: process.pid } });
        release(outcome);
        expect(readOwner(folder)).toBeNull();
      }
    });

  test('says who holds it', () => {
    leave(7, held(elsewhere));
    expect(claim(folder, '/here.sock', true)).toEqual({ held: owner(elsewhere) });
  });

  test('never uses a number again, and leaves few files', () => {
    for (let round = 1; round <= 5; round++) {
      const outcome = claim(folder, '/here.sock', true);
      if (!('number' in outcome)) throw new Error('held');
      expect(outcome.number).toBe(round);
      release(outcome);
    }
    expect(readdirSync(folder).sort()).toEqual(['owner-4.json', 'owner-5.json']);
  });

  test('an owner that another has replaced finds out', () => {
    const outcome = claim(folder, '/here.sock', true);
    if (!('number' in outcome)) throw new Error('held');
    beat(outcome);
    expect(stillOurs(folder, outcome.number)).toBe(true);
    expect(JSON.parse(readFileSync(join(folder, 'owner-1.json'), 'utf8'))).toMatchObject({ released: false });
    leave(2, held(elsewhere));
    expect(stillOurs(folder, outcome.number)).toBe(false);
    release(outcome);
  });
});

describe('a process', () => {
  test('of ours runs', () => expect(isRunning(us)).toBe(true));
  test('that is gone does not', () => expect(isRunning({ ...us, ...gone })).toBe(false));
  test('has a start that tells it from the next of its number', () => {
    expect(startOf(process.pid)).toBe(us.started);
    expect(startOf(99_999_999)).toBeNull();
  });
});
