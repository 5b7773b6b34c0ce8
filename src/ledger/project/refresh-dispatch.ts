import { isDeepStrictEqual } from 'node:util';
import { assert } from '../../core/index.ts';
import type { Entry } from '../entry.ts';
import { closeStanding } from '../queries/close-standing.ts';
import { entriesOfDispatch } from '../queries/entries-of-dispatch.ts';
import { firstLearned } from '../queries/first-learned.ts';
import { insertStanding } from '../queries/insert-standing.ts';
import { openStanding } from '../queries/open-standing.ts';
import { readingById } from '../queries/reading-by-id.ts';
import { upsertDispatch } from '../queries/upsert-dispatch.ts';
import type { Db } from '../store/db.ts';
import { asLedgerDispatch, type DispatchState, dispatchState } from './dispatch-state.ts';
import { refreshPassages } from './refresh-passages.ts';
import { refreshVersions } from './refresh-versions.ts';
import { type Standing, standing } from './standing.ts';
import { LAYERS, standingRows } from './standing-rows.ts';

const NOTHING: Standing = { statements: [], claims: [], unplaced: [] };

/** Works a dispatch out anew from its entries up to this one: its row, its versions, what it says. */
export async function refreshDispatch(db: Db, cause: Entry, dispatch: string): Promise<void> {
  const { dossier } = cause;
  const state = dispatchState(await entriesOfDispatch(db, { dossier, dispatch, upTo: cause.id }));
  if (state === null) return; // removed, and this undoes something of before
  const says = await whatItSays(db, dossier, dispatch, state);
  await upsertDispatch(db, dossier, state.added.id, asLedgerDispatch(dispatch, state), says.unplaced);
  if (cause.kind === 'dispatch-added') await refreshPassages(db, dossier, dispatch, state.facts.language);
  if (state.facts.address !== null) await refreshVersions(db, dossier, state.facts.address);
  if (cause.kind === 'dispatch-added') return; // it has not been read yet
  await replaceStanding(db, cause, dispatch, state, says);
}

async function whatItSays(db: Db, dossier: string, dispatch: string, state: DispatchState): Promise<Standing> {
  if (state.reading === null) return NOTHING;
  const reading = await readingById(db, { dossier, id: state.reading.id });
  assert(reading, `no reading ${state.reading.id}`);
  return standing(dispatch, reading, state.reading.madeBy, state.changes);
}

/** Closes the rows that no longer say what stands, and adds those that do. Rows that stay as they are keep their time. */
async function replaceStanding(
  db: Db,
  cause: Entry,
  dispatch: string,
  state: DispatchState,
  says: Standing,
): Promise<void> {
  const { dossier } = cause;
  const rows = standingRows(says, state.published);
  for (const layer of LAYERS) {
    const before = new Map((await openStanding(db, { layer, dossier, dispatch })).map((row) => [row.id, row]));
    const after = new Map(rows[layer].map((row) => [row.id, row]));
    const stays = (id: string) => {
      const [old, now] = [before.get(id), after.get(id)];
      return old && now && old.said === now.said && isDeepStrictEqual(old.body, now.body);
    };
    const ended = [...before.keys()].filter((id) => !stays(id));
    const begun = [...after.values()].filter((row) => !stays(row.id));
    if (ended.length > 0) await closeStanding(db, { layer, dossier, dispatch, ids: ended, cause });
    if (begun.length === 0) continue;
    const learned = await firstLearned(db, { layer, dossier, dispatch });
    const withTimes = begun.map((row) => ({ ...row, learned: learned.get(row.id) ?? cause.learned }));
    await insertStanding(db, { layer, dossier, dispatch, rows: withTimes, cause });
  }
}
