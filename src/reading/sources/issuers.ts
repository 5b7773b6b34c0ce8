import type { Sentence, Token } from '../../language/index.ts';
import { describeSource, type SourceDescription } from './describe-source.ts';
import { nounPhrase, type PhraseOptions } from './noun-phrase.ts';
import { isOf, type SpeakerNouns } from './speakers.ts';

/** A document together with whoever put it out: « un reportage diffusé mardi par la chaîne X ». */
export type Issued = { readonly sentence: number; readonly head: string; readonly issuer: SourceDescription };

/** How many words may stand between a document and who put it out. */
const NEAR = 9;

/** The documents of a dispatch that a participle joins to an issuer with a name, in the order of the text. */
export function issuedDocuments(
  sentences: readonly { readonly sentence: Sentence; readonly phrases: PhraseOptions }[],
  nouns: SpeakerNouns,
): Issued[] {
  return sentences.flatMap(({ sentence, phrases }, number) =>
    sentence.tokens.flatMap((token, at): Issued[] => {
      if (token.upos !== 'NOUN' || !isOf(nouns.documents, token)) return [];
      const by = agentAfter(sentence.tokens, at);
      const range = by === null ? null : nounPhrase(sentence, by, phrases);
      const issuer = range && describeSource(sentence, range, nouns);
      return issuer?.name ? [{ sentence: number, head: token.lemma.toLowerCase(), issuer }] : [];
    }),
  );
}

const PASSED_ON = /^(?:recueillir|consulter|obtenir|citer|relayer|voir|lire|recevoir|examiner|authentifier|vérifier)$/;

/** The word after the « par » of a participle that qualifies the document. */
function agentAfter(tokens: readonly Token[], document: number): number | null {
  let participle = false;
  for (let i = document + 1; i < tokens.length && i <= document + NEAR; i++) {
    const { lower, upos, feats, text, lemma } = tokens[i]!;
    if (/^[,.;:«»"]$/.test(text) || /VerbForm=Fin/.test(feats)) return null;
    if (lower === 'par' && participle) return i + 1;
    // « un bilan recueilli par l'agence »: whoever passes it on did not put it out
    if (upos === 'VERB' && /VerbForm=Part/.test(feats)) participle = !PASSED_ON.test(lemma);
  }
  return null;
}

/**
 * Who speaks through a document that is named alone (« le documentaire », « selon un reportage »): the issuer of such a one
 * named before, or of the same in the next sentences, as a headline comes before its story. Null where there is none.
 */
export function issuerOf(
  { name, via, head, kind }: SourceDescription,
  sentence: number,
  issued: readonly Issued[],
  { sameDocument }: SpeakerNouns,
): SourceDescription | null {
  const alone = via !== null && head !== null && (name === via || (name === null && kind === 'anonymous'));
  if (!alone) return null;
  const like = sameDocument.find((names) => names.includes(head)) ?? [head];
  const before = issued.findLast((one) => one.sentence < sentence && like.includes(one.head));
  const after = issued.find((one) => one.sentence >= sentence && one.sentence <= sentence + AFTER && one.head === head);
  return (kind === 'anonymous' ? after : (before ?? after))?.issuer ?? null;
}

/** How many sentences on a headline's document may get its issuer. */
const AFTER = 2;
