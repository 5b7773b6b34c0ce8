import { overlaps } from '../../core/index.ts';
import type { Quote } from '../quotes/find-quotes.ts';
import type { Draft, StatementText } from './read-statements.ts';
import type { Scope } from './scope.ts';

/** Shorter ones are words set off (« califat », « bastion »), not statements. */
const LEAST_WORDS = 6;
/** How many paragraphs a speaker's word may lie behind: further off, whose quotation it is cannot be told. */
const NEAR_PARAGRAPHS = 1;

/**
 * Quotations that no cue attributes: a sentence or paragraph in quotation marks belongs to whoever spoke just before, and
 * has no cue of its own.
 */
export function freeQuotations(input: StatementText, scopes: readonly Scope[], drafts: readonly Draft[]): Draft[] {
  const found: Draft[] = [];
  for (const quote of input.quotes) {
    if (!standsAlone(quote, input) || drafts.some(({ content }) => content.some((part) => overlaps(part, quote.inner))))
      continue;
    const sentence = input.sentences.findIndex(({ span }) => overlaps(span, quote.inner));
    if (sentence < 0) continue;
    const before = [...drafts, ...found].filter(
      (draft) =>
        draft.source && draft.sentence <= sentence && !draft.nested && draft.content[0]!.start < quote.inner.start,
    );
    const last = before.sort((a, b) => a.content[0]!.start - b.content[0]!.start).at(-1);
    if (!last || scopes[sentence]!.sentence.paragraph - scopes[last.sentence]!.sentence.paragraph > NEAR_PARAGRAPHS)
      continue;
    found.push({
      sentence,
      content: [quote.inner],
      cue: null,
      source: last.source,
      act: last.act === 'announce' ? 'say' : last.act,
      said: null,
      tense: 'other',
      via: null,
      rule: 'free-quotation',
      nested: false,
    });
  }
  return found;
}

/** From a sentence's first word to a sentence's last, and long enough to say something. */
function standsAlone({ inner, outer }: Quote, { text, sentences }: StatementText): boolean {
  if (text.slice(inner.start, inner.end).split(/\s+/u).length < LEAST_WORDS) return false;
  const opens = sentences.some(({ span }) => Math.abs(span.start - outer.start) <= 1);
  const closes = sentences.some(({ span }) => Math.abs(span.end - outer.end) <= 2);
  return opens && closes;
}
