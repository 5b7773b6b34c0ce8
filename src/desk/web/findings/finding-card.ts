import type { Finding, FindingKind, FindingSide, Span } from '../../contract/index.ts';
import { oneLine, saidWords } from '../format.ts';
import type { Speech } from '../words/words.ts';

/** A piece of a finding's sentence: plain words, or a quotation that leads to its place. */
export type SentencePart = { readonly words: string; readonly to: FindingSide | null };

/** One side of a finding, as a line beneath its sentence. */
export type SideLine = {
  readonly dispatch: string;
  readonly span: Span;
  readonly source: string;
  readonly outlet: string;
  readonly said: string;
  /** Its words, where the sentence does not quote them already. */
  readonly quote: string | null;
  readonly language: string | null;
};

export type FindingCard = {
  readonly id: string;
  readonly kind: FindingKind;
  readonly kindWords: string;
  /** On what they differ or agree. */
  readonly slot: string | null;
  readonly sentence: readonly SentencePart[];
  readonly sides: readonly [SideLine, SideLine];
  readonly question: string;
  readonly rule: string;
  readonly verdict: Finding['verdict'];
};

export function findingCard(finding: Finding, speech: Speech): FindingCard {
  const { id, kind, slot, a, b, question, rule } = finding;
  const { words } = speech;
  const sentence = sentenceParts(speech.pick(finding.sentence), a, b, speech);
  const line = (side: FindingSide): SideLine => ({
    dispatch: side.dispatch.id,
    span: { start: side.start, end: side.end },
    source: side.source || words.namedInDispatch,
    outlet: side.dispatch.publisher ?? side.dispatch.name,
    said: saidWords(side.said, speech, 'short'),
    quote: sentence.some(({ to }) => to === side) ? null : shortened(side.text),
    language: side.dispatch.language,
  });
  return {
    id,
    kind,
    kindWords: words.findingKinds[kind],
    slot: slot === null ? null : words.slots[slot],
    sentence,
    sides: [line(a), line(b)],
    question,
    rule,
    verdict: finding.verdict,
  };
}

/** A sentence quotes at most so much of a side, cut at a word; it is cross-checking that writes them so. */
const QUOTED = 180;

function shortened(text: string): string {
  const plain = oneLine(text);
  return plain.length <= QUOTED ? plain : `${plain.slice(0, plain.lastIndexOf(' ', QUOTED))} …`;
}

/** Finds the quotations of both sides in a sentence. A side that is not quoted there is shown by itself. */
export function sentenceParts(sentence: string, a: FindingSide, b: FindingSide, { words }: Speech): SentencePart[] {
  const found: { at: number; length: number; to: FindingSide }[] = [];
  for (const side of [a, b]) {
    const quote = words.quote(shortened(side.text));
    let at = sentence.indexOf(quote);
    // Where both say the same words, the second quotation is the second side's.
    while (at >= 0 && found.some((other) => other.at === at)) at = sentence.indexOf(quote, at + 1);
    if (at >= 0) found.push({ at, length: quote.length, to: side });
  }
  found.sort((x, y) => x.at - y.at);
  const parts: SentencePart[] = [];
  let from = 0;
  for (const { at, length, to } of found) {
    if (at < from) continue; // one quotation inside the other
    if (at > from) parts.push({ words: sentence.slice(from, at), to: null });
    parts.push({ words: sentence.slice(at, at + length), to });
    from = at + length;
  }
  return from < sentence.length ? [...parts, { words: sentence.slice(from), to: null }] : parts;
}

/** The kinds of findings in the groups that a dossier shows them in. */
export const FINDING_GROUPS = {
  contested: ['contradicts', 'denies', 'disputes-part'],
  changed: ['supersedes', 'retracts', 'refines'],
  alike: ['agrees', 'repeats'],
} as const satisfies Record<string, readonly FindingKind[]>;
export type FindingGroupName = keyof typeof FINDING_GROUPS;
