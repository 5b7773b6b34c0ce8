import { basename, resolve } from 'node:path';
import { Problem } from './core/index.ts';
import {
  accountsOf,
  askFigure,
  type ControlAnswer,
  type ControlChanges,
  type Crosscheck,
  changesBetween,
  crosscheck,
  type FigureKind,
  type FigurePoint,
  type FigureRange,
  type Grades,
  type Holder,
  openControl,
  originsOf,
  rangesOf,
  type World,
} from './crosscheck/index.ts';
import { type Dispatch, type Gathered, type GatherOptions, gather, type Intake } from './intake/index.ts';
import type { Accounts, AccountsAsk, Added, Dossier, Entry, Ledger, LedgerDispatch } from './ledger/index.ts';
import {
  type ContractReading,
  type DispatchReading,
  type Place,
  type Reader,
  type ReaderVersions,
  readingFor,
} from './reading/index.ts';

/** One item of what was to be read: a reading, what stood in the way, or something to tell. */
export type ReadItem = Gathered &
  ({ readonly dispatch: Dispatch; readonly reading: DispatchReading } | Exclude<Intake, { dispatch: Dispatch }>);

/** Reads files, folders and standard input, one after the other; nothing is kept. */
export async function* readInputs(
  reader: Reader,
  inputs: readonly string[],
  options: GatherOptions,
): AsyncGenerator<ReadItem, void, void> {
  for await (const item of gather(inputs, options))
    yield 'dispatch' in item ? { ...item, reading: reader.read(item.dispatch) } : item;
}

/** What came of adding one item. */
export type AddItem = Gathered &
  (
    | { readonly added: Added; readonly dossierId: string; readonly reading: DispatchReading | null }
    | { readonly problem: Problem }
    | Extract<Intake, { notice: unknown }>
  );

export type AddOptions = GatherOptions & {
  /** Title or id of the dossier; null for the one that `dossier.json` names, else the only one of the ledger. */
  readonly dossier: string | null;
  /** Readings that people made, by the dispatch's name; they are kept in the place of the reader's. */
  readonly readings?: ReadonlyMap<string, ContractReading>;
};

/**
 * Adds files, folders and standard input to a dossier, which is made where there is none, and reads each. What was
 * yielded has been kept: it is there after a crash. One bad item stops no other.
 */
export async function* addInputs(
  ledger: Ledger,
  reader: Reader,
  inputs: readonly string[],
  options: AddOptions,
): AsyncGenerator<AddItem, void, void> {
  const dossiers = new Map<string | null, Dossier>();
  for await (const item of gather(inputs, options)) {
    if (!('dispatch' in item)) {
      yield item;
      continue;
    }
    const { dispatch, ...at } = item;
    let dossier = dossiers.get(item.dossier);
    if (!dossier) {
      dossier = await dossierFor(ledger, options.dossier, item.dossier, inputs);
      dossiers.set(item.dossier, dossier);
    }
    try {
      const added = await ledger.addDispatch(dossier.id, dispatch);
      const reading = await readAdded(ledger, reader, dossier.id, added, options.readings?.get(dispatch.name));
      yield { ...at, added, dossierId: dossier.id, reading };
    } catch (problem) {
      if (!(problem instanceof Problem) || problem.code.startsWith('ledger/held')) throw problem;
      yield { ...at, problem };
    }
  }
}

async function dossierFor(
  ledger: Ledger,
  asked: string | null,
  titled: string | null,
  inputs: readonly string[],
): Promise<Dossier> {
  const title = asked ?? titled;
  if (title !== null) return ledger.openDossier(title);
  const known = await ledger.dossiers();
  // A first dossier without a title takes the name of what is brought: it can be renamed.
  return known.length === 0 ? ledger.openDossier(nameOf(inputs[0] ?? '-')) : ledger.findDossier(null);
}

function nameOf(input: string): string {
  return input === '-' ? 'stdin' : basename(resolve(input)).replace(/\.\w{1,5}$/, '');
}

/** Reads what is new or newly dated. A reading that people made stays when the same dispatch comes again without one. */
async function readAdded(
  ledger: Ledger,
  reader: Reader,
  dossier: string,
  added: Added,
  own: ContractReading | undefined,
): Promise<DispatchReading | null> {
  if (added.outcome === 'removed') return null;
  const { dispatch } = added;
  if (own) {
    const { text } = await ledger.content(dossier, dispatch.id);
    const noise = dispatch.noise.map(({ start, end }) => ({ start, end, text: text.slice(start, end) }));
    const about = {
      document: dispatch.name,
      published: dispatch.published?.date ?? null,
      publishedInText: dispatch.publishedInText,
      language: dispatch.language,
      noise,
      text,
    };
    const reading = readingFor(own, about, reader);
    await ledger.putReading(dossier, dispatch.id, reading, { madeBy: 'people' });
    return reading;
  }
  if (added.outcome === 'same' && dispatch.state === 'read') return ledger.reading(dossier, dispatch.id);
  if (dispatch.reading?.madeBy === 'people') return ledger.reading(dossier, dispatch.id);
  return readAgain(ledger, reader, dossier, dispatch);
}

/** Reads a dispatch of the ledger, with the day that counts now. A language that nobody reads gives no reading to keep. */
async function readAgain(
  ledger: Ledger,
  reader: Reader,
  dossier: string,
  facts: LedgerDispatch,
): Promise<DispatchReading> {
  const content = await ledger.content(dossier, facts.id);
  const reading = reader.read({ ...facts, ...content });
  const isRead = facts.language !== null && reader.languages.includes(facts.language.split('-')[0]!.toLowerCase());
  if (isRead) await ledger.putReading(dossier, facts.id, reading);
  return reading;
}

/** Adds one dispatch to a dossier, and reads it. */
export async function addAndRead(
  ledger: Ledger,
  reader: Reader,
  dossier: string,
  dispatch: Dispatch,
): Promise<{ readonly added: Added; readonly reading: DispatchReading | null }> {
  const added = await ledger.addDispatch(dossier, dispatch);
  return { added, reading: await readAdded(ledger, reader, dossier, added, undefined) };
}

/** Gives a dispatch its day, and reads it again with it: what is told of « jeudi » then has a date. */
export async function dateAndRead(
  ledger: Ledger,
  reader: Reader,
  dossier: string,
  dispatch: string,
  day: string,
): Promise<'dated' | 'same'> {
  const outcome = await ledger.dateDispatch(dossier, dispatch, day);
  await readIfStale(ledger, reader, dossier, dispatch);
  return outcome;
}

/** Takes the effect of an entry away; a dispatch whose day changed by it is read again. */
export async function undoAndRead(ledger: Ledger, reader: Reader, dossier: string, entry: string): Promise<Entry> {
  const undone = await ledger.undo(dossier, entry);
  const { body } = undone as Entry<'undone'>;
  if (body.dispatch !== null) await readIfStale(ledger, reader, dossier, body.dispatch);
  return undone;
}

async function readIfStale(ledger: Ledger, reader: Reader, dossier: string, id: string): Promise<void> {
  const dispatch = await ledger.dispatch(dossier, id);
  if (dispatch.state === 'stale' && dispatch.reading?.madeBy !== 'people')
    await readAgain(ledger, reader, dossier, dispatch);
}

/** Reads again what was read by an older reader or with another day; returns how many dispatches that were. */
export async function readStale(ledger: Ledger, reader: Reader, dossier: string): Promise<number> {
  const stale = (await ledger.dispatches(dossier)).filter(
    ({ state, reading }) =>
      state === 'stale' ||
      (reading !== null && reading.madeBy === 'reader' && !sameVersions(reading.reader, reader.versions)),
  );
  for (const dispatch of stale)
    if (dispatch.reading?.madeBy !== 'people') await readAgain(ledger, reader, dossier, dispatch);
  return stale.length;
}

function sameVersions(some: ReaderVersions, others: ReaderVersions): boolean {
  return some.reader === others.reader && some.language === others.language && some.data === others.data;
}

/** Cross-checks a dossier and keeps the findings. */
export async function checkDossier(
  ledger: Ledger,
  world: World,
  dossier: string,
): Promise<Crosscheck & { readonly accounts: Accounts }> {
  const accounts = await ledger.accounts(dossier, { withdrawn: true });
  const checked = crosscheck(accounts, world);
  await ledger.storeFindings(dossier, checked.findings);
  return { ...checked, accounts };
}

/** Which accounts a question is asked of, and whom to believe. */
export type Perspective = {
  readonly believe: readonly string[];
  /** The day it is asked of (the clock *held*). */
  readonly asOf: string | null;
  readonly saidBy: string | null;
  readonly learnedBy: string | null;
  /** Whom not to believe, whoever is believed. */
  readonly exclude?: readonly string[];
  /** How far sources are relied on, by party, outlet or name. */
  readonly grades?: Grades;
};

function clocks({ saidBy, learnedBy }: Perspective): AccountsAsk {
  return { ...(saidBy ? { saidBy } : {}), ...(learnedBy ? { learnedBy } : {}) };
}

type PlacedHolder = Omit<Holder, 'place'> & { readonly place: Pick<Place, 'id' | 'name' | 'kind'> };

export type AnsweredControl = Omit<ControlAnswer, 'holders' | 'outweighed'> & {
  readonly asked: string;
  readonly places: readonly Place[];
  readonly holders: readonly PlacedHolder[];
  readonly outweighed: readonly PlacedHolder[];
  /** What is another way than on the day asked for; null where none was. */
  readonly changes: ControlChanges | null;
};

/**
 * Who holds a place, by name or id, on a day, and what changed since another. Throws a Problem where nobody knows the
 * place, or whom to believe.
 */
export async function askWhoHolds(
  ledger: Ledger,
  world: World,
  dossier: string,
  name: string,
  perspective: Perspective,
  since: string | null = null,
): Promise<AnsweredControl> {
  const accounts = await ledger.accounts(dossier, clocks(perspective));
  const places = placesNamed(name, accounts, world);
  const asOf = perspective.asOf ?? lastDayOf(accounts) ?? new Date(0).toISOString().slice(0, 10);
  const asked = { places: places.map(({ id }) => id), ...believedBy(perspective, accounts, world) };
  const origins = originsOf(accounts, world);
  const control = openControl({ accounts: accountsOf(accounts, world), origins }, world);
  const answer = control({ ...asked, asOf });
  const placed = (holder: Holder): PlacedHolder => {
    const { id, name: label, kind } = world.gazetteer.place(holder.place)!;
    return { ...holder, place: { id, name: label, kind } };
  };
  return {
    ...answer,
    asked: name,
    places,
    holders: answer.holders.map(placed),
    outweighed: answer.outweighed.map(placed),
    changes: since === null ? null : changesBetween(control({ ...asked, asOf: since }), answer),
  };
}

/** Whom a perspective believes, leaves out and grades, as the dossier calls them. */
function believedBy({ believe, exclude, grades }: Perspective, accounts: Accounts, world: World) {
  const named = (who: string): string => believedParty(who, accounts, world);
  return {
    believe: believe.map(named),
    exclude: exclude?.map(named),
    grades: grades && Object.fromEntries(Object.entries(grades).map(([who, grade]) => [named(who), grade])),
  };
}

/** The figures given for a party: fighters, dead or displaced. */
export async function askHowMany(
  ledger: Ledger,
  world: World,
  dossier: string,
  kind: FigureKind,
  party: string,
  perspective: Perspective,
): Promise<{
  readonly party: string;
  readonly kind: FigureKind;
  readonly points: readonly FigurePoint[];
  /** The least, the most and the latest of the figures that stand, by unit and place. */
  readonly ranges: readonly FigureRange[];
}> {
  const accounts = await ledger.accounts(dossier, clocks(perspective));
  const id = partyNamed(party, accounts, world);
  const { believe, exclude } = believedBy(perspective, accounts, world);
  const points = askFigure(accounts, { kind, party: id, asOf: perspective.asOf, believe, exclude }, world);
  return { party: id, kind, points, ranges: rangesOf(points) };
}

/** The places that a name stands for: those that the dossier's claims name first, then the gazetteer's. */
function placesNamed(name: string, { claims }: Accounts, { gazetteer }: World): Place[] {
  const own = gazetteer.place(name);
  if (own) return [own];
  const looked = gazetteer.lookup(name);
  const found = looked.length > 0 ? looked : gazetteer.near(name).map(({ place }) => place);
  const mentioned = new Set(
    claims.flatMap(({ place }) => place.flatMap(({ candidates }) => candidates.map(({ id }) => id))),
  );
  const used = found.filter(({ id }) => mentioned.has(id));
  const chosen = used.length > 0 ? used : found.slice(0, 2);
  if (chosen.length > 0) return chosen;
  throw new Problem('ask/unknown-place', {
    fr: `Aucun lieu ne porte le nom « ${name} ». Donnez-le comme une dépêche l’écrit, ou par son identifiant (geonames:…).`,
    en: `No place bears the name “${name}”. Give it as a dispatch spells it, or by its id (geonames:…).`,
  });
}

/** The party that a name or id stands for. */
function partyNamed(name: string, { claims }: Accounts, { parties }: World): string {
  if (parties.byId(name)) return name;
  const found = parties.lookup(name)[0]?.party;
  if (found) return found;
  const inDossier = [...new Set(claims.flatMap(({ actor, target }) => [...actor, ...target]))].sort();
  if (inDossier.includes(name)) return name;
  throw new Problem('ask/unknown-party', {
    fr: `« ${name} » n’est pas une partie connue. Celles du dossier : ${inDossier.slice(0, 20).join(', ') || 'aucune'}.`,
    en: `“${name}” is no party that we know. Those of the dossier: ${inDossier.slice(0, 20).join(', ') || 'none'}.`,
  });
}

/** Whom to believe: a party by name or id, else a speaker or outlet that the dossier names. */
function believedParty(who: string, accounts: Accounts, world: World): string {
  if (world.parties.byId(who)) return who;
  const found = world.parties.lookup(who)[0]?.party;
  if (found) return found;
  const fold = (words: string): string => words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const named = [
    ...accounts.statements.map(({ name }) => name),
    ...accounts.dispatches.map(({ publisher }) => publisher),
  ].filter((name) => name !== null);
  if (named.some((name) => fold(name) === fold(who))) return who;
  const speakers = [...new Set(accounts.statements.flatMap(({ by }) => by))].sort();
  throw new Problem('ask/unknown-source', {
    fr: `« ${who} » ne parle pas dans ce dossier. Qui y parle : ${speakers.slice(0, 20).join(', ') || 'personne'}.`,
    en: `“${who}” does not speak in this dossier. Who does: ${speakers.slice(0, 20).join(', ') || 'nobody'}.`,
  });
}

/** The last day that the dossier's claims tell of: what a question without a day is asked of. */
function lastDayOf({ claims, dispatches }: Accounts): string | null {
  const days = [
    ...claims.map(({ clocks: { held } }) => held?.last ?? held?.first),
    ...dispatches.map(({ published }) => published?.date),
  ];
  return (
    days
      .filter((day) => day != null && day.length === 10)
      .sort()
      .at(-1) ?? null
  );
}
