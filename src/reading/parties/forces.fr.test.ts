import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { packageRoot } from '../../core/index.ts';
import { phraseTokens } from './folded-words.ts';
import { readForceRules } from './forces.ts';
import { openParties } from './parties.ts';

const parties = openParties();
const { rules } = readForceRules(JSON.parse(readFileSync(new URL('data/parties/forces.fr.json', packageRoot), 'utf8')));

const mentionsOf = (text: string) =>
  parties.findParties(phraseTokens(text)).map(({ span, parties: ids, rule }) => ({
    words: text.slice(span.start, span.end),
    parties: ids,
    rule,
  }));

for (const { name, reads, ignores } of rules)
  describe(name, () => {
    for (const { text, words, parties: ids } of reads)
      test(text, () => expect(mentionsOf(text)).toContainEqual({ words, parties: ids, rule: name }));
    for (const text of ignores)
      test(`not in « ${text} »`, () => expect(mentionsOf(text).map(({ rule }) => rule)).not.toContain(name));
  });
