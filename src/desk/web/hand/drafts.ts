import type { AdditionBody, Bilingual, Claim, CorrectionBody, Mention, Statement } from '../../contract/index.ts';

/** What a person can set of a claim, in the shape that the ledger keeps. */
export type ClaimDraft = Required<Omit<AdditionBody, 'start' | 'end' | 'text'>>;

/** What a person can set of a statement. */
export type StatementDraft = Pick<
  Statement,
  'name' | 'organisation' | 'role' | 'anonymous' | 'via' | 'mode' | 'act' | 'by'
> & { readonly said: string | null };

export function claimDraft({ type, actor, target, place, quantity, time, polarity, modality }: Claim): ClaimDraft {
  return {
    type,
    actor: [...actor],
    target: [...target],
    // The ledger keeps no empty slots: what is absent there is null in the document.
    place: place.map(({ name, part, candidates }) => ({ name, candidates, ...(part === null ? {} : { part }) })),
    quantity: quantity && (({ max, ...rest }) => (max === null ? rest : { ...rest, max }))(quantity),
    time,
    polarity,
    modality,
  };
}

/** `../DAY` is no day that the words give: only the publication bounds it. */
export function statementDraft(statement: Statement): StatementDraft {
  const { name, organisation, role, anonymous, via, mode, act, by, clocks } = statement;
  return {
    name,
    organisation,
    role,
    anonymous,
    via,
    mode,
    act,
    by,
    said: clocks.said?.startsWith('..') ? null : clocks.said,
  };
}

/** A claim that nobody filled in yet. */
export const EMPTY_CLAIM: ClaimDraft = {
  type: 'control',
  actor: [],
  target: [],
  place: [],
  quantity: null,
  time: null,
  polarity: 'affirmed',
  modality: 'actual',
};

/**
 * One correction for each value that differs. The type comes last: all others name the claim by the type that it had.
 */
export function claimCorrections(claim: Claim, set: ClaimDraft): CorrectionBody[] {
  const seen = claimDraft(claim);
  const words = wordsOf(claim);
  const slots = ['actor', 'target', 'place', 'quantity', 'time', 'polarity', 'modality', 'type'] as const;
  return slots
    .filter((slot) => !same(seen[slot], set[slot]))
    .map((slot) => ({ layer: 'claim', type: claim.type, words, slot, seen: seen[slot], set: set[slot] }));
}

export function statementCorrections(statement: Statement, set: StatementDraft, text: string): CorrectionBody[] {
  const seen = statementDraft(statement);
  const words = statementWords(statement, text);
  const slots = ['name', 'organisation', 'role', 'anonymous', 'via', 'mode', 'act', 'by', 'said'] as const;
  return slots
    .filter((slot) => !same(seen[slot], set[slot]))
    .map((slot) => ({ layer: 'statement', type: null, words, slot, seen: seen[slot], set: set[slot] }));
}

/** The words that a correction names a claim by. */
export const wordsOf = ({ start, end, text }: Mention): Mention => ({ start, end, text });

/** The words that a correction names a statement by: from the first to the last of its content. */
export function statementWords({ content }: Statement, text: string): Mention {
  const [start, end] = [content[0]!.start, content.at(-1)!.end];
  return { start, end, text: text.slice(start, end) };
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** A name that was found, to choose one from. */
export type Found = { readonly id: string; readonly name: Bilingual; readonly note: string };
