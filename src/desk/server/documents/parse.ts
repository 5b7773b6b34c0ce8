import type { LanguageEngine } from '../../../language/index.ts';
import type { ParseDocument, Shown } from '../../contract/index.ts';

/** What the engine makes of a text: sentences, tags, trees and names. */
export function parseDocument(text: string, engine: LanguageEngine): Shown<ParseDocument> {
  const sentences = engine.sentences(text);
  const names = engine.names(sentences);
  return {
    format: 1,
    engine: engine.version,
    sentences: sentences.map(({ span: { start, end }, tokens }) => ({
      start,
      end,
      tokens: tokens.map((token) => ({
        start: token.start,
        end: token.end,
        text: token.text,
        lemma: token.lemma,
        upos: token.upos,
        feats: token.feats,
        head: token.head,
        deprel: token.deprel,
      })),
      names: names
        .filter((name) => name.start >= start && name.end <= end)
        .map((name) => ({
          start: name.start,
          end: name.end,
          kind: name.kind,
          text: text.slice(name.start, name.end),
        })),
    })),
  };
}
