import { readFileSync } from 'node:fs';
import { assert, packageRoot, type Span, sha256 } from '../../core/index.ts';
import { type ParserWord, parserWord } from '../parser/features.ts';
import { type ParserModels, parseWith } from '../parser/parse.ts';
import { type LanguageEngine, type Sentence, type Token, UPOS, type Upos } from '../sentence.ts';
import { MOST_FEATURES, tagFeatures, traitsOf, type WordTraits } from '../tagger/features.ts';
import { LinearModel } from '../tagger/perceptron.ts';
import { allowedTags } from './allowed-tags.ts';
import {
  candidatesOf,
  type FeatureFile,
  type FeatureTable,
  type FeatureWord,
  featuresOf,
  featureWord,
  openFeatures,
} from './features.ts';
import { Lexicon } from './lexicon.ts';
import { Memo } from './memo.ts';
import { type ClosedClass, type Lemmas, lemmaOf } from './morphology.ts';
import { NAME_CLASSES, NameFilter, type NameRules, namesOf } from './names.ts';
import { paragraphsOf, splitSentences } from './sentences.ts';
import { type Abbreviations, type RawToken, splitTokens } from './tokens.ts';

/** Changes whenever the rules in this folder read a text differently; models and lists change it by their hash. */
const RULES = 'fr-1';

type Parts = {
  readonly lexicon: Lexicon;
  readonly abbreviations: Abbreviations;
  readonly boundaries: LinearModel;
  readonly closed: ClosedClass;
  readonly lemmas: Lemmas;
  readonly features: FeatureTable;
  readonly featureModel: LinearModel;
  readonly tagger: LinearModel;
  readonly parser: ParserModels;
  readonly labels: readonly string[];
  readonly memos: {
    readonly forms: Memo<FormTraits>;
    readonly features: Memo<FeatureWord>;
    readonly morphology: Memo<Morphology>;
  };
};

/** Forms that are remembered: some 20 MB at most. */
const REMEMBERED = 20_000;

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
  const { labels, labelsOf } = JSON.parse(load('parser.json').toString('utf8')) as {
    labels: string[];
    labelsOf: Record<string, number[]>;
  };
  const arcs: (readonly number[] | undefined)[] = [];
  for (const [tags, own] of Object.entries(labelsOf)) arcs[Number(tags)] = own;
  const features = openFeatures(JSON.parse(load('features.json').toString('utf8')) as FeatureFile);
  const parts: Parts = {
    features,
    boundaries: model('boundaries.bin', 2),
    featureModel: model('features.bin', features.bundles.length),
    lemmas: JSON.parse(load('lemmas.json').toString('utf8')) as Lemmas,
    lexicon: new Lexicon(load('lexicon.bin')),
    abbreviations: JSON.parse(load('abbreviations.json').toString('utf8')) as Abbreviations,
    closed: JSON.parse(load('closed-class.json').toString('utf8')) as ClosedClass,
    tagger: model('tagger.bin', UPOS.length),
    parser: { moves: model('parser-moves.bin', 3), labels: model('parser-labels.bin', labels.length), labelsOf: arcs },
    labels,
    memos: { forms: new Memo(REMEMBERED), features: new Memo(REMEMBERED), morphology: new Memo(REMEMBERED) },
  };
  // The reading of dispatches never asks for names, so that their model waits until somebody does.
  let names: NameRules | undefined;
  const nameRules = (): NameRules => {
    names ??= {
      places: new NameFilter(load('name-places.bin')),
      organisations: new NameFilter(load('name-organisations.bin')),
      model: model('names.bin', NAME_CLASSES.length),
      lexicon: parts.lexicon,
    };
    return names;
  };
  const version = `${RULES}+${sha256(files.map((bytes) => sha256(bytes)).join()).slice(0, 12)}`;
  return {
    language: 'fr',
    version,
    sentences: (text, skip = []) => sentencesOf(text, skip, parts),
    asOneSentence: (text) => asOneSentence(text, parts),
    names: (sentences) => sentences.flatMap((sentence) => namesOf(sentence, nameRules())),
    analyses: (form) => parts.lexicon.lookup(form),
  };
}

function sentencesOf(text: string, skip: readonly Span[], parts: Parts): Sentence[] {
  const found: Sentence[] = [];
  paragraphsOf(text).forEach((paragraph, number) => {
    for (const stretch of without(paragraph, skip)) {
      const tokens = splitTokens(text, stretch, parts);
      if (tokens.length === 0) continue;
      for (const sentence of splitSentences(text, tokens, parts)) {
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
  const bundles = featuresOf(
    words.map((word) => wordForFeatures(word, parts)),
    parts.features,
    parts.featureModel,
  );
  const morphology = words.map((word, i) => morphologyOf(word, bundles[i]!, parts));
  const tree = parseWith(
    parts.parser,
    morphology.map((own) => own.parser),
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
      lemma: morphology[i]!.lemma,
      feats: morphology[i]!.feats,
      head: head === words.length ? -1 : head,
      deprel: head === words.length ? 'root' : parts.labels[tree.labels[i]!]!,
    };
    // « des » as an article is one word; only the preposition is contracted.
    return contracted && upos === 'ADP' ? { ...token, parts: contracted } : token;
  });
}

type Morphology = { readonly lemma: string; readonly feats: string; readonly parser: ParserWord };

function morphologyOf(word: { form: string; lower: string; upos: Upos }, bundle: number, parts: Parts): Morphology {
  const { form, lower, upos } = word;
  return parts.memos.morphology.of(`${form} ${upos} ${bundle}`, () => {
    const feats = parts.features.bundles[bundle]!;
    const lemma = lemmaOf({ ...word, feats }, parts.lexicon, parts.closed, parts.lemmas);
    return { lemma, feats, parser: parserWord(lower, UPOS.indexOf(upos), lemma, feats) };
  });
}

/** The lexicon is asked only of a word that may have several bundles. */
function wordForFeatures({ lower, upos }: { lower: string; upos: Upos }, parts: Parts): FeatureWord {
  const { features, lexicon, memos } = parts;
  return memos.features.of(`${lower} ${upos}`, () => {
    const bare = { lower, upos, inLexicon: 0 };
    return candidatesOf(features, bare).length === 1 ? bare : featureWord(lower, upos, lexicon);
  });
}

/** What the tagger wants to know of a form, first in its sentence or not. */
type FormTraits = {
  readonly form: string;
  readonly lower: string;
  readonly traits: WordTraits;
  readonly allowed: number;
};

function formTraits(form: string, first: boolean, { lexicon, closed, memos }: Parts): FormTraits {
  return memos.forms.of(first ? ` ${form}` : form, () => {
    const lower = form.toLowerCase().replace(/[’‘ʼ]/gu, "'");
    const traits = traitsOf(form, lower, first, lexicon.mask(lower), form === lower ? 0 : lexicon.mask(form));
    return { form, lower, traits, allowed: allowedTags(form, lower, lexicon, closed) };
  });
}

function tagged(text: string, raw: readonly RawToken[], parts: Parts): { form: string; lower: string; upos: Upos }[] {
  const { tagger } = parts;
  const forms = raw.map(({ start, end }, i) => formTraits(text.slice(start, end), i === 0, parts));
  const traits = forms.map((form) => form.traits);
  const features = new Uint32Array(MOST_FEATURES);
  const scores = new Int32Array(UPOS.length);
  let tag1 = -1;
  let tag2 = -1;
  return forms.map(({ form, lower, allowed: usual }, i) => {
    // « Deir Ezzor (est) »: a quarter of the compass in brackets is no verb.
    const compass = lower === 'est' && forms[i - 1]?.form === '(' && forms[i + 1]?.form === ')';
    const allowed = compass ? 1 << UPOS.indexOf('NOUN') : usual;
    const best = tagger.best(features, tagFeatures(traits, i, tag1, tag2, features), scores, allowed);
    tag2 = tag1;
    tag1 = best;
    return { form, lower, upos: UPOS[best]! };
  });
}
