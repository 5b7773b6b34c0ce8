import { ARTICLES, INTO_PLACES } from './closed-words.ts';
import { foldWords, type PartyToken } from './folded-words.ts';
import type { ForceRules } from './forces.ts';
import type { PartyIndex } from './party-index.ts';
import type { Draft, PartyMention, Reader } from './party-mention.ts';
import { readMention } from './read-descriptions.ts';

/** The parties that a sentence mentions, in the order of the text. At each place the longest reading wins; none overlap. */
export function findPartyMentions(
  tokens: readonly PartyToken[],
  index: PartyIndex,
  forces: ForceRules,
): PartyMention[] {
  const reader: Reader = { index, forces, words: foldWords(tokens) };
  const mentions: PartyMention[] = [];
  for (let at = 0; at < reader.words.length; ) {
    const draft = reader.words[at]!.opens ? readMention(reader, at) : null;
    const none = reader.words[at]!.opens ? index.notParties.longest(reader.words, at) : null;
    if (none && none.to >= (draft?.end ?? 0)) at = none.to;
    else if (draft) {
      mentions.push(finish(reader, tokens, at, draft));
      at = draft.end;
    } else at++;
  }
  return mentions;
}

function finish(reader: Reader, tokens: readonly PartyToken[], start: number, draft: Draft): PartyMention {
  const { end, alsoPlace, ...mention } = draft;
  const from = reader.words[start]!.token;
  const to = reader.words[end - 1]!.token + 1;
  const span = { start: tokens[from]!.start, end: tokens[to - 1]!.end };
  return { span, from, to, place: alsoPlace ? placeOf(reader, start) : 'no', ...mention };
}

function placeOf({ words }: Reader, start: number): 'maybe' | 'yes' {
  const before = ARTICLES.has(words[start - 1]?.key ?? '') ? start - 2 : start - 1;
  return INTO_PLACES.has(words[before]?.key ?? '') ? 'yes' : 'maybe';
}
