import { readFileSync } from 'node:fs';
import { assert, packageRoot, type Span, sha256 } from '../../core/index.ts';
import { parserWord } from '../parser/features.ts';
import { type ParserModels, parseWith } from '../parser/parse.ts';
import { type LanguageEngine, type Sentence, type Token, UPOS, type Upos } from '../sentence.ts';
import { MOST_FEATURES, tagFeatures, traitsOf } from '../tagger/features.ts';
import { LinearModel } from '../tagger/perceptron.ts';
import { allowedTags } from './allowed-tags.ts';
import { Lexicon } from './lexicon.ts';
import { type ClosedClass, morphologyOf } from './morphology.ts';
import { namesOf } from './names.ts';
import { paragraphsOf, splitSentences } from './sentences.ts';
import { type Abbreviations, type RawToken, splitTokens } from './tokens.ts';

/** Changes whenever the rules in this folder read a text differently; models and lists change it by their hash. */
const RULES = 'fr-1';

type Parts = {
  readonly lexicon: Lexicon;
  readonly abbreviations: Abbreviations;
  readonly closed: ClosedClass;
  readonly tagger: LinearModel;
  readonly parser: ParserModels;
  readonly labels: readonly string[];
};

/** Opens the French engine: reads its models and lists from the package (some 13 MB, a few tens of milliseconds). */
export function openFrench(): LanguageEngine {
  const files: Buffer[] = [];
  const load = (name: string): Buffer => {
    const bytes = readFileSync(new URL(`data/fr/${name}`, packageRoot));
    files.push(bytes);
    return bytes;
  };
  const model = (name: string, tags: number): LinearModel => {
    const bytes = load(name);
    return new LinearModel(new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length), tags);
  };
  const { labels } = JSON.parse(load('parser.json').toString('utf8')) as { labels: string[] };
  const parts: Parts = {
    lexicon: new Lexicon(load('lexicon.bin')),
    abbreviations: JSON.parse(load('abbreviations.json').toString('utf8')) as Abbreviations,
    closed: JSON.parse(load('closed-class.json').toString('utf8')) as ClosedClass,
    tagger: model('tagger.bin', UPOS.length),
    parser: { moves: model('parser-moves.bin', 3), labels: model('parser-labels.bin', labels.length) },
    labels,
  };
  return {
    language: 'fr',
    version: `${RULES}+${sha256(files.map((bytes) => sha256(bytes)).join()).slice(0, 12)}`,
    sentences: (text, skip = []) => sentencesOf(text, skip, parts),
    asOneSentence: (text) => asOneSentence(text, parts),
    names: (sentences) => sentences.flatMap((sentence) => namesOf(sentence)),
    analyses: (form) => parts.lexicon.lookup(form),
  };
}

function sentencesOf(text: string, skip: readonly Span[], parts: Parts): Sentence[] {
  const found: Sentence[] = [];
  paragraphsOf(text).forEach((paragraph, number) => {
    for (const stretch of without(paragraph, skip)) {
      const tokens = splitTokens(text, stretch, parts);
      if (tokens.length === 0) continue;
      for (const sentence of splitSentences(text, tokens, parts.abbreviations)) {
        const span = { start: sentence[0]!.start, end: sentence.at(-1)!.end };
        const words = text.slice(span.start, span.end);
        found.push({ span, text: words, tokens: analysed(text, sentence, parts), paragraph: number });
      }
    }
  });
  return found;
}

function asOneSentence(text: string, parts: Parts): Sentence | null {
  const tokens = splitTokens(text, { start: 0, end: text.length }, parts);
  if (tokens.length === 0) return null;
  const span = { start: tokens[0]!.start, end: tokens.at(-1)!.end };
  return { span, text: text.slice(span.start, span.end), tokens: analysed(text, tokens, parts), paragraph: 0 };
}

/** What is left of a paragraph when the stretches to skip are cut out. */
function without(paragraph: Span, skip: readonly Span[]): Span[] {
  let left: Span[] = [paragraph];
  for (const cut of skip)
    left = left.flatMap((span) => [
      ...(Math.min(span.end, cut.start) > span.start
        ? [{ start: span.start, end: Math.min(span.end, cut.start) }]
        : []),
      ...(span.end > Math.max(span.start, cut.end) ? [{ start: Math.max(span.start, cut.end), end: span.end }] : []),
    ]);
  return left;
}

function analysed(text: string, raw: readonly RawToken[], parts: Parts): Token[] {
  const words = tagged(text, raw, parts);
  const morphology = words.map((_, i) => morphologyOf(words, i, parts.lexicon, parts.closed));
  const tree = parseWith(
    parts.parser,
    words.map(({ lower, upos }, i) =>
      parserWord(lower, UPOS.indexOf(upos), morphology[i]!.lemma, morphology[i]!.feats),
    ),
  );
  return raw.map(({ start, end, parts: contracted }, i) => {
    const { form, lower, upos } = words[i]!;
    const head = tree.heads[i]!;
    assert(head >= 0, `no head for « ${form} »`);
    const token = {
      start,
      end,
      text: form,
      lower,
      upos,
      ...morphology[i]!,
      head: head === words.length ? -1 : head,
      deprel: head === words.length ? 'root' : parts.labels[tree.labels[i]!]!,
    };
    // « des » as an article is one word; only the preposition is contracted.
    return contracted && upos === 'ADP' ? { ...token, parts: contracted } : token;
  });
}

function tagged(
  text: string,
  raw: readonly RawToken[],
  { lexicon, tagger, closed }: Parts,
): { form: string; lower: string; upos: Upos }[] {
  const forms = raw.map(({ start, end }) => {
    const form = text.slice(start, end);
    return { form, lower: form.toLowerCase().replace(/[’‘ʼ]/gu, "'") };
  });
  const traits = forms.map(({ form, lower }, i) =>
    traitsOf(form, lower, i === 0, lexicon.mask(lower), form === lower ? 0 : lexicon.mask(form)),
  );
  const features = new Uint32Array(MOST_FEATURES);
  const scores = new Int32Array(UPOS.length);
  let tag1 = -1;
  let tag2 = -1;
  return forms.map(({ form, lower }, i) => {
    // « Deir Ezzor (est) »: a quarter of the compass in brackets is no verb.
    const compass = lower === 'est' && forms[i - 1]?.form === '(' && forms[i + 1]?.form === ')';
    const allowed = compass ? 1 << UPOS.indexOf('NOUN') : allowedTags(form, lower, lexicon, closed);
    const best = tagger.best(features, tagFeatures(traits, i, tag1, tag2, features), scores, allowed);
    tag2 = tag1;
    tag1 = best;
    return { form, lower, upos: UPOS[best]! };
  });
}
