import { findPartyMentions } from './find-parties.ts';
import { phraseTokens } from './folded-words.ts';
import type { ForceRules } from './forces.ts';
import type { PartyIndex } from './party-index.ts';
import type { PartyMention } from './party-mention.ts';

/** Who speaks, as a statement resolves it within its dispatch. */
export type Speaker = {
  readonly name: string | null;
  readonly organisation: string | null;
  readonly role: string | null;
};

/**
 * The parties that a speaker speaks for, most often one: an office with a voice of its own is itself
 * (`russian-defence-ministry`), a minister or a general is the state. Empty for witnesses, experts and former officials,
 * and where the words need their dispatch (« l'armée »).
 */
export function sourceParties(speaker: Speaker, index: PartyIndex, forces: ForceRules): readonly string[] {
  const { name, organisation, role } = speaker;
  const mentionsIn = (phrase: string | null) => (phrase === null ? [] : mentionsAtTheHead(phrase, index, forces));
  if (mentionsIn(role).some(({ former }) => former) || (role !== null && isFormer(role))) return [];
  for (const phrase of [organisation, role, name]) {
    const speakers = mentionsIn(phrase).flatMap((mention) => mention.speakers);
    if (speakers.length > 0) return [...new Set(speakers)];
  }
  return [];
}

/** The mention that a phrase begins with, and those joined to it by « et ». A party named further on is not who speaks. */
function mentionsAtTheHead(phrase: string, index: PartyIndex, forces: ForceRules): readonly PartyMention[] {
  const tokens = phraseTokens(phrase);
  const heads: PartyMention[] = [];
  let at = 0;
  for (const mention of findPartyMentions(tokens, index, forces)) {
    const between = tokens.slice(at, mention.from).map(({ lower }) => lower);
    if (!between.every((word) => LINKS.has(word))) break;
    at = mention.to;
    heads.push(mention);
  }
  return heads.filter(
    ({ sense, needsContext, alternatives }) => sense !== 'people' && (!needsContext || alternatives.length > 0),
  );
}

const LINKS = new Set(['le', 'la', "l'", 'les', 'et', ',', 'un', 'une', 'des', 'du', 'de', "d'"]);

function isFormer(role: string): boolean {
  return /^(?:anciens?|anciennes?|ex)(?!\p{L})/iu.test(role);
}
