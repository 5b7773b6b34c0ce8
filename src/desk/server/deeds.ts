import type { Entry, Ledger, MergeSubject, OriginPair } from '../../ledger/index.ts';
import { dateAndRead, undoAndRead } from '../../pipeline.ts';
import type { Reader } from '../../reading/index.ts';
import type {
  AdditionBody,
  CorrectionBody,
  DispatchDated,
  DossierChanged,
  EntryMade,
  RejectionBody,
  Shown,
  VerdictBody,
} from '../contract/index.ts';
import type { Events } from './events.ts';
import { noSuchVerdictSubject } from './problems.ts';
import type { View, Views } from './view.ts';

// What people do at the desk. Each is an entry of the ledger; what is worked out from it follows (see `Views.settle`).

export type Hands = {
  readonly ledger: Ledger;
  readonly reader: Reader;
  readonly views: Views;
  readonly events: Pick<Events, 'tell' | 'hold'>;
};

export async function createDossier({ ledger, views }: Hands, title: string): Promise<Shown<DossierChanged>> {
  const dossier = await ledger.createDossier(title);
  views.changedDossiers();
  return { format: 1, dossier };
}

export async function renameDossier(
  { ledger, views }: Hands,
  dossier: string,
  title: string,
): Promise<Shown<DossierChanged>> {
  await ledger.renameDossier(dossier, title);
  views.changedDossiers();
  return { format: 1, dossier: await ledger.findDossier(dossier) };
}

export async function archiveDossier(
  { ledger, views }: Hands,
  dossier: string,
  archived: boolean,
): Promise<Shown<DossierChanged>> {
  await ledger.archiveDossier(dossier, archived);
  views.changedDossiers();
  return { format: 1, dossier: await ledger.findDossier(dossier) };
}

export async function dateDispatch(
  { ledger, reader, views }: Hands,
  dossier: string,
  dispatch: string,
  day: string,
): Promise<Shown<DispatchDated>> {
  const outcome = await dateAndRead(ledger, reader, dossier, dispatch, day);
  const dated = await ledger.entries(dossier, { kinds: ['dispatch-dated'] });
  const entry = dated.findLast(({ body }) => 'dispatch' in body && body.dispatch === dispatch);
  views.settle(dossier);
  const summary = (await views.of(dossier)).summaries().get(dispatch)!;
  return { format: 1, outcome, entry: outcome === 'dated' ? (entry?.id ?? null) : null, dispatch: summary };
}

export async function correct(
  { ledger, views }: Hands,
  dossier: string,
  dispatch: string,
  body: CorrectionBody,
): Promise<Shown<EntryMade>> {
  return made(views, await ledger.correct(dossier, { ...body, dispatch }));
}

export async function reject(
  { ledger, views }: Hands,
  dossier: string,
  dispatch: string,
  body: RejectionBody,
): Promise<Shown<EntryMade>> {
  return made(views, await ledger.reject(dossier, { ...body, dispatch }));
}

export async function addClaim(
  { ledger, views }: Hands,
  dossier: string,
  dispatch: string,
  { place, quantity, ...claim }: AdditionBody,
): Promise<Shown<EntryMade>> {
  // What is absent stays absent in the ledger: an entry is kept for ever, as it was written.
  const places = place.map(({ part, ...rest }) => (part === undefined ? rest : { ...rest, part }));
  const counted = quantity && (({ max, ...rest }) => (max === undefined ? rest : { ...rest, max }))(quantity);
  return made(
    views,
    await ledger.addClaim(dossier, { dispatch, claim: { ...claim, place: places, quantity: counted } }),
  );
}

/** A verdict on a claim, finding or question of the dossier; it names the dispatches that its subject rests on. */
export async function giveVerdict(
  { ledger, views }: Hands,
  dossier: string,
  { about, ruling, note }: VerdictBody,
): Promise<Shown<EntryMade>> {
  const dispatches = restsOn(await views.of(dossier), about);
  if (dispatches === null) throw noSuchVerdictSubject(about.kind, about.id);
  return made(views, await ledger.giveVerdict(dossier, { about, dispatches, ruling, note }));
}

export async function judgeOrigin(
  { ledger, views }: Hands,
  dossier: string,
  pair: OriginPair,
): Promise<Shown<EntryMade>> {
  return made(views, await ledger.judgeOrigin(dossier, pair));
}

export async function merge(
  { ledger, views }: Hands,
  dossier: string,
  { subject, id, into }: { readonly subject: MergeSubject; readonly id: string; readonly into: string },
): Promise<Shown<EntryMade>> {
  return made(views, await ledger.merge(dossier, subject, id, into));
}

export async function split(
  { ledger, views }: Hands,
  dossier: string,
  { subject, id }: { readonly subject: MergeSubject; readonly id: string },
): Promise<Shown<EntryMade>> {
  return made(views, await ledger.split(dossier, subject, id));
}

function restsOn(view: View, { kind, id }: VerdictBody['about']): string[] | null {
  if (kind === 'claim') {
    const row = view.rowById().get(id);
    return row ? [row.dispatch.id] : null;
  }
  if (kind === 'finding') {
    const finding = view.checked.findings.find((one) => one.id === id);
    return finding ? [...new Set(finding.claims.map(({ dispatch }) => dispatch))] : null;
  }
  const question = view.checked.questions.find((one) => one.id === id);
  return question ? [...new Set(question.accounts.map(({ dispatch }) => dispatch.id))] : null;
}

export async function undo(
  { ledger, reader, views }: Hands,
  dossier: string,
  entry: string,
): Promise<Shown<EntryMade>> {
  const undone = await undoAndRead(ledger, reader, dossier, entry);
  views.changedDossiers(); // its title, or that it is put away, may have changed
  return made(views, undone);
}

function made(views: Views, { dossier, id, learned }: Entry): Shown<EntryMade> {
  views.settle(dossier);
  return { format: 1, entry: id, learned };
}
