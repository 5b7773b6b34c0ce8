import type { DispatchDocument, Span, Statement } from '../../contract/index.ts';
import { type ClaimCard, claimCard, type Fact, type Glossary } from '../claims/claim-card.ts';
import { saidWords } from '../format.ts';
import type { Speech } from '../words/words.ts';

/** A statement as a card shows it beside its words, with the claims that it makes. */
export type StatementCard = {
  readonly id: string;
  /** The words that it leads to: from the first to the last of its content. */
  readonly span: Span;
  readonly words: string;
  readonly who: string;
  readonly act: string;
  readonly facts: readonly Fact[];
  readonly rules: string;
  readonly doubts: readonly string[];
  readonly notes: readonly string[];
  readonly claims: readonly ClaimCard[];
};

/** What stands beside the text, in its order: statements with their claims, and the claims that the outlet itself makes. */
export type Card =
  | { readonly layer: 'statement'; readonly card: StatementCard }
  | { readonly layer: 'claim'; readonly card: ClaimCard };

export function cardsOf(
  { statements, claims, parties, places }: Pick<DispatchDocument, 'statements' | 'claims' | 'parties' | 'places'>,
  speech: Speech,
): Card[] {
  const glossary: Glossary = { parties, places };
  const known = new Set(statements.map(({ id }) => id));
  const cards: Card[] = [
    ...statements.map((statement): Card => {
      const own = claims.filter((claim) => claim.statement === statement.id).sort((a, b) => a.start - b.start);
      const card = statementCard(
        statement,
        own.map((claim) => claimCard(claim, glossary, speech)),
        speech,
      );
      return { layer: 'statement', card };
    }),
    ...claims
      .filter(({ statement }) => statement === null || !known.has(statement))
      .map((claim): Card => ({ layer: 'claim', card: claimCard(claim, glossary, speech) })),
  ];
  return cards.sort((a, b) => a.card.span.start - b.card.span.start || a.card.span.end - b.card.span.end);
}

export function statementCard(statement: Statement, claims: readonly ClaimCard[], speech: Speech): StatementCard {
  const { words } = speech;
  const { fields } = words;
  const { id, content, name, source, cue, organisation, role, anonymous, via, mode, act, clocks, rules, doubts, made } =
    statement;
  const facts: Fact[] = [
    { label: fields.role, value: role !== null && role !== name ? role : '' },
    { label: fields.organisation, value: organisation ?? '' },
    { label: fields.source, value: source && source.text !== name ? words.quote(source.text) : '' },
    { label: fields.cue, value: cue ? words.quote(cue.text) : '' },
    { label: fields.mode, value: words.modes[mode] },
    { label: fields.said, value: saidWords(clocks.said, speech) },
    { label: words.via, value: via ?? '' },
  ];
  return {
    id,
    span: { start: Math.min(...content.map(({ start }) => start)), end: Math.max(...content.map(({ end }) => end)) },
    words: content.map(({ text }) => text).join(' […] '),
    who: name ?? source?.text ?? (anonymous ? words.anonymous : words.noSource),
    act: words.acts[act],
    facts: facts.filter(({ value }) => value !== ''),
    rules: rules.join(', '),
    doubts: doubts.map(({ message }) => speech.pick(message)),
    notes: [anonymous && name !== null ? words.anonymous : '', made === 'people' ? words.corrected : ''].filter(
      Boolean,
    ),
    claims,
  };
}

/** Ids of the cards in the order in which they stand, claims after their statement: what « next » and « previous » go through. */
export function cardOrder(cards: readonly Card[]): string[] {
  return cards.flatMap(({ layer, card }) =>
    layer === 'statement' ? [card.id, ...card.claims.map(({ id }) => id)] : [card.id],
  );
}

/** The card that an address means: the claim or statement with these very words, else the smallest that holds them. */
export function itemAt(cards: readonly Card[], span: Span): string | null {
  const items = cards.flatMap(({ layer, card }) => (layer === 'statement' ? [...card.claims, card] : [card]));
  const holding = items
    .filter((item) => item.span.start <= span.start && item.span.end >= span.end)
    .sort((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start));
  return holding[0]?.id ?? null;
}
