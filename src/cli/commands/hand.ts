import { Problem } from '../../core/index.ts';
import type { Crosscheck } from '../../crosscheck/index.ts';
import type { Ledger, LedgerDispatch } from '../../ledger/index.ts';
import { checkDossier, dateAndRead, undoAndRead } from '../../pipeline.ts';
import { openReader, type Reader } from '../../reading/index.ts';
import type { Context } from '../context.ts';
import { type DossierOptions, dossierAsked, withLedger } from '../settings.ts';
import { terms } from '../terms.ts';

// What a person says of what was read and found: each an entry of the ledger, with author and time, that `undo` takes back.

export type Merged = 'party' | 'place' | 'origin';
export type Judged = 'claim' | 'finding' | 'question';
export type Ruling = 'accepted' | 'doubted';

type Hand = { readonly ledger: Ledger; readonly dossier: string; readonly reader: Reader };

/** Gives a dispatch its day, and reads it again. */
export function date(dispatch: string, day: string, options: DossierOptions, context: Context): Promise<number> {
  return byHand(options, context, async ({ ledger, dossier, reader }) => {
    const { id, name } = await dispatchNamed(ledger, dossier, dispatch);
    const outcome = await dateAndRead(ledger, reader, dossier, id, day);
    const { say } = context.speech;
    return `${name}: ${outcome === 'dated' ? `${say.givenDay} ${day}` : `${say.sameDate} ${day}`}`;
  });
}

/** From now on a party or place counts as another; two dispatches are of one origin. */
export function merge(
  subject: Merged,
  id: string,
  into: string,
  options: DossierOptions,
  context: Context,
): Promise<number> {
  return byHand(options, context, async (hand) => {
    if (subject !== 'origin') return entryLine(await hand.ledger.merge(hand.dossier, subject, id, into), context);
    return entryLine(await judgeOrigin(hand, id, into, true), context);
  });
}

/** From now on what was merged counts as itself; two dispatches are not of one origin, whatever their words say. */
export function split(
  subject: Merged,
  id: string,
  from: string | undefined,
  options: DossierOptions,
  context: Context,
): Promise<number> {
  return byHand(options, context, async (hand) => {
    if (subject !== 'origin') return entryLine(await hand.ledger.split(hand.dossier, subject, id), context);
    if (from === undefined) throw twoDispatches();
    return entryLine(await judgeOrigin(hand, id, from, false), context);
  });
}

/** Accepts a claim, finding or question as it stands, or doubts it. */
export function verdict(
  kind: Judged,
  id: string,
  ruling: Ruling,
  options: DossierOptions & { readonly note?: string },
  context: Context,
): Promise<number> {
  return byHand(options, context, async ({ ledger, dossier, reader }) => {
    const dispatches = restsOn(await checkDossier(ledger, reader, dossier), kind, id);
    if (dispatches === null) throw nothingJudged(kind, id);
    const about = { kind, id };
    return entryLine(
      await ledger.giveVerdict(dossier, { about, dispatches, ruling, note: options.note ?? null }),
      context,
    );
  });
}

/** Takes the effect of an entry away. */
export function undo(entry: string, options: DossierOptions, context: Context): Promise<number> {
  return byHand(options, context, async ({ ledger, dossier, reader }) =>
    entryLine(await undoAndRead(ledger, reader, dossier, entry), context),
  );
}

/** Lists what happened in a dossier, oldest first, with the ids that `undo` takes. */
export function history(
  options: DossierOptions & { readonly format: 'text' | 'json' },
  { terminal, speech, colours: c }: Context,
): Promise<number> {
  return withLedger(options, terminal, async (ledger) => {
    const dossier = await ledger.findDossier(dossierAsked(options, terminal.env));
    const entries = await ledger.entries(dossier.id);
    if (options.format === 'json') {
      terminal.out(`${JSON.stringify({ format: 1, dossier, entries })}\n`);
      return 0;
    }
    for (const { id, kind, author, learned } of entries)
      terminal.out(`${c.dim(id)}  ${learned.slice(0, 16)}  ${author}  ${speech.pick(terms.entries[kind])}\n`);
    return 0;
  });
}

/** Does one thing, tells it, and keeps what cross-checking finds after it. */
async function byHand(
  options: DossierOptions,
  { terminal }: Context,
  work: (hand: Hand) => Promise<string>,
): Promise<number> {
  const reader = openReader();
  return withLedger(options, terminal, async (ledger) => {
    const { id: dossier } = await ledger.findDossier(dossierAsked(options, terminal.env));
    const done = await work({ ledger, dossier, reader });
    await checkDossier(ledger, reader, dossier);
    terminal.out(`${done}\n`);
    return 0;
  });
}

function entryLine({ id, kind }: Awaited<ReturnType<Ledger['undo']>>, { speech, colours: c }: Context): string {
  return `${speech.pick(terms.entries[kind])}  ${c.dim(`recoupe undo ${id}`)}`;
}

async function judgeOrigin({ ledger, dossier }: Hand, one: string, other: string, sameOrigin: boolean) {
  const [a, b] = [await dispatchNamed(ledger, dossier, one), await dispatchNamed(ledger, dossier, other)];
  return ledger.judgeOrigin(dossier, { a: a.id, b: b.id, sameOrigin });
}

/** A dispatch by its id or, where one alone has it, by the name of its file. */
async function dispatchNamed(ledger: Ledger, dossier: string, asked: string): Promise<LedgerDispatch> {
  const named = (await ledger.dispatches(dossier)).filter(({ name }) => name === asked);
  return named.length === 1 ? named[0]! : ledger.dispatch(dossier, asked);
}

function restsOn(
  { findings, questions, accounts }: Crosscheck & { readonly accounts: Awaited<ReturnType<Ledger['accounts']>> },
  kind: Judged,
  id: string,
): string[] | null {
  if (kind === 'claim') {
    const claim = accounts.claims.find((own) => own.id === id);
    return claim ? [claim.dispatch] : null;
  }
  if (kind === 'finding') {
    const finding = findings.find((own) => own.id === id);
    return finding ? [...new Set(finding.claims.map(({ dispatch }) => dispatch))] : null;
  }
  const question = questions.find((own) => own.id === id);
  return question ? [...new Set(question.accounts.map(({ dispatch }) => dispatch.id))] : null;
}

function twoDispatches(): Problem {
  return new Problem('cli/two-dispatches', {
    fr: 'Séparer deux origines demande deux dépêches : recoupe split origin DÉPÊCHE DÉPÊCHE (nom du fichier ou identifiant).',
    en: 'Splitting two origins takes two dispatches: recoupe split origin DISPATCH DISPATCH (file name or id).',
  });
}

function nothingJudged(kind: Judged, id: string): Problem {
  return new Problem('cli/nothing-judged', {
    fr: `Rien ici n’a l’identifiant ${id} (${kind}). « recoupe check --format json » les donne.`,
    en: `Nothing here has the id ${id} (${kind}). “recoupe check --format json” gives them.`,
  });
}
