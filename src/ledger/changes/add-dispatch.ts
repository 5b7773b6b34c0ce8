import { assert, idOf, isDate, sha256 } from '../../core/index.ts';
import type { Dispatch } from '../../intake/index.ts';
import { append, type Writing } from '../append.ts';
import type { DispatchFacts, LedgerDispatch, Published } from '../dispatch.ts';
import type { Entry } from '../entry.ts';
import { effective } from '../entry.ts';
import { badDay, noDispatch, unstorableText } from '../problems.ts';
import { answeringAt } from '../queries/answering-at.ts';
import { dispatches } from '../queries/dispatches.ts';
import { entries } from '../queries/entries.ts';
import { insertContent } from '../queries/insert-content.ts';
import { sameText } from '../queries/same-text.ts';
import type { Db } from '../store/db.ts';

/**
 * What came of adding a dispatch. `added`: it is new. `version`: it is a new text at an address that the dossier knows.
 * `same`: the dossier has it, and nothing changed. `dated`: the dossier has it, and the user's day is new: it is to be
 * read again. `removed`: it was removed, and is not added.
 */
export type Added =
  | {
      readonly outcome: 'added' | 'version' | 'same' | 'dated';
      readonly dispatch: LedgerDispatch;
      /** Other dispatches with the very same text: of the same origin. */
      readonly sameText: readonly string[];
    }
  | { readonly outcome: 'removed'; readonly removal: Entry<'dispatch-removed'> };

/** The id of a publication: the same bytes, publisher and address always have the same. */
function dispatchId(dispatch: Pick<Dispatch, 'sha256' | 'publisher' | 'address'>): string {
  return idOf('d', dispatch.sha256, dispatch.publisher, dispatch.address);
}

/** Adds a dispatch to a dossier that is locked. */
export async function addDispatch(writing: Writing, dispatch: Dispatch): Promise<Added> {
  const { db, dossier } = writing;
  const facts = factsOf(dispatch);
  const known = await knownAs(db, dossier, facts);
  if (known !== null) {
    const now = await dispatchOf(db, dossier, known);
    const dated = facts.published?.given === 'user' && (await setDay(writing, now, facts.published));
    return described(db, dossier, known, dated ? 'dated' : 'same');
  }
  const removal = await removalOf(db, dossier, facts);
  if (removal) return { outcome: 'removed', removal };
  const id = dispatchId(dispatch);
  const before = facts.address === null ? null : await answeringAt(db, { dossier, address: facts.address });
  await insertContent(db, { dossier, dispatch: id, bytes: dispatch.bytes, text: dispatch.text });
  await append(writing, 'dispatch-added', { ...facts, dispatch: id });
  return described(db, dossier, id, before && before.textSha256 !== facts.textSha256 ? 'version' : 'added');
}

/** Gives a dispatch the day that a user knows: a day, a month or a year. False where that is its day already. */
export async function dateDispatch(writing: Writing, dispatch: string, day: string): Promise<boolean> {
  if (!isDate(day)) throw badDay(day);
  const now = await dispatchOf(writing.db, writing.dossier, dispatch);
  return setDay(writing, now, { date: day, instant: null, given: 'user', span: null });
}

/** The dispatch of that id. Throws a Problem where the dossier has none. */
export async function dispatchOf(db: Db, dossier: string, id: string): Promise<LedgerDispatch> {
  const [found] = await dispatches(db, { dossier, ids: [id] });
  if (!found) throw noDispatch(id);
  return found;
}

function factsOf(dispatch: Dispatch): DispatchFacts {
  const { bytes: _, text, ...facts } = dispatch;
  const words = [text, facts.name, facts.title, facts.publisher, facts.address];
  if (words.some((part) => part !== null && UNSTORABLE.test(part))) throw unstorableText(facts.name);
  assert(sha256(dispatch.bytes) === facts.sha256, `the hash of ${facts.name} is not that of its bytes`);
  return { ...facts, textSha256: sha256(text) };
}

/** What PostgreSQL keeps in no text: the character 0, and half of a surrogate pair. */
const UNSTORABLE = /\u0000|\p{Surrogate}/u;

/**
 * The dispatch that this one is. Besides the same bytes, publisher and address that is the publication whose page was
 * fetched again and differs only outside its text.
 */
async function knownAs(db: Db, dossier: string, facts: DispatchFacts): Promise<string | null> {
  const id = dispatchId(facts);
  const [known] = await dispatches(db, { dossier, ids: [id] });
  assert(!known || known.sha256 === facts.sha256, `two dispatches of one id: ${id}`);
  if (known) return id;
  const there = facts.address === null ? null : await answeringAt(db, { dossier, address: facts.address });
  const again = there && there.textSha256 === facts.textSha256 && there.publisher === facts.publisher;
  return again ? there.id : null;
}

async function setDay(writing: Writing, now: LedgerDispatch, published: Published): Promise<boolean> {
  if (now.published?.date === published.date) return false;
  await append(writing, 'dispatch-dated', { dispatch: now.id, published });
  return true;
}

/** The removal that forbids these bytes, or this text, in this dossier. */
async function removalOf(db: Db, dossier: string, facts: DispatchFacts): Promise<Entry<'dispatch-removed'> | null> {
  const all = await entries(db, { dossier, kinds: ['dispatch-removed', 'undone'] });
  for (const entry of effective(all)) {
    if (entry.kind !== 'dispatch-removed') continue;
    if (entry.body.sha256 === facts.sha256 || entry.body.textSha256 === facts.textSha256) return entry;
  }
  return null;
}

async function described(
  db: Db,
  dossier: string,
  id: string,
  outcome: 'added' | 'version' | 'same' | 'dated',
): Promise<Added> {
  const dispatch = await dispatchOf(db, dossier, id);
  return {
    outcome,
    dispatch,
    sameText: await sameText(db, { dossier, dispatch: id, textSha256: dispatch.textSha256 }),
  };
}
