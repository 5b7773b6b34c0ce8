import { readFileSync } from 'node:fs';
import { assert, packageRoot, type Span, sha256 } from '../../core/index.ts';
import { type ParserModels, parseWith } from '../parser/parse.ts';
import { type LanguageEngine, type Sentence, type Token, UPOS } from '../sentence.ts';
import { TAG_FEATURES, tagFeatures } from '../tagger/features.ts';
import { LinearModel } from '../tagger/perceptron.ts';
import { closedTagsOf, openSettled, type SettledTags } from './allowed-tags.ts';
import { type FeatureFile, featuresOf, openFeatures } from './features.ts';
import { Lexicon } from './lexicon.ts';
import type { ClosedClass, Lemmas } from './morphology.ts';
import { NAME_CLASSES, NameFilter, type NameRules, namesOf } from './names.ts';
import { attachHedged, attachObjects, attachParted } from './objects.ts';
import { attachRelatives } from './relatives.ts';
import { paragraphsOf, splitSentences } from './sentences.ts';
import { type Abbreviations, type RawToken, splitTokens } from './tokens.ts';
import { type Word, Words } from './words.ts';

/** Changes whenever the rules in this folder read a text differently; models and lists change it by their hash. */
const RULES = 'fr-1';

type Parts = {
  readonly lexicon: Lexicon;
  readonly abbreviations: Abbreviations;
  readonly boundaries: LinearModel;
  readonly featureModel: LinearModel;
  readonly tagger: LinearModel;
  readonly parser: ParserModels;
  readonly labels: readonly string[];
  readonly words: Words;
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
  const { labels, labelsOf } = JSON.parse(load('parser.json').toString('utf8')) as {
    labels: string[];
    labelsOf: Record<string, number[]>;
  };
  const arcs: (readonly number[] | undefined)[] = [];
  for (const [tags, own] of Object.entries(labelsOf)) arcs[Number(tags)] = own;
  const features = openFeatures(JSON.parse(load('features.json').toString('utf8')) as FeatureFile);
  const lexicon = new Lexicon(load('lexicon.bin'));
  const closed = JSON.parse(load('closed-class.json').toString('utf8')) as ClosedClass;
  const words = new Words({
    lexicon,
    features,
    closed,
    closedTags: closedTagsOf(closed),
    settled: openSettled(JSON.parse(load('settled-tags.json').toString('utf8')) as SettledTags),
    lemmas: JSON.parse(load('lemmas.json').toString('utf8')) as Lemmas,
  });
  const parts: Parts = {
    lexicon,
    words,
    boundaries: model('boundaries.bin', 2),
    featureModel: model('features.bin', features.bundles.length),
    abbreviations: JSON.parse(load('abbreviations.json').toString('utf8')) as Abbreviations,
    tagger: model('tagger.bin', UPOS.length),
    parser: { moves: model('parser-moves.bin', 3), labels: model('parser-labels.bin', labels.length), labelsOf: arcs },
    labels,
  };
  // The reading of dispatches never asks for names, so that their model waits until somebody does.
  let names: NameRules | undefined;
  const nameRules = (): NameRules => {
    names ??= {
      places: new NameFilter(load('name-places.bin')),
      organisations: new NameFilter(load('name-organisations.bin')),
      given: new NameFilter(load('name-given.bin')),
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
      const words = tokens.map(({ start, end }) => parts.words.of(text.slice(start, end)));
      const marks = words.map((word) => word.boundary);
      for (const { from, to } of splitSentences(tokens, marks, parts)) {
        const span = { start: tokens[from]!.start, end: tokens[to - 1]!.end };
        found.push({
          span,
          text: text.slice(span.start, span.end),
          tokens: analysed(tokens.slice(from, to), words.slice(from, to), parts),
          paragraph: number,
        });
      }
    }
  });
  return found;
}

function asOneSentence(text: string, parts: Parts): Sentence | null {
  const tokens = splitTokens(text, { start: 0, end: text.length }, parts);
  if (tokens.length === 0) return null;
  const span = { start: tokens[0]!.start, end: tokens.at(-1)!.end };
  const words = tokens.map(({ start, end }) => parts.words.of(text.slice(start, end)));
  return { span, text: text.slice(span.start, span.end), tokens: analysed(tokens, words, parts), paragraph: 0 };
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

function analysed(raw: readonly RawToken[], words: readonly Word[], parts: Parts): Token[] {
  const { words: known } = parts;
  const tags = tagsOf(words, parts.tagger);
  const tagged = words.map((word, i) => known.tagged(word, tags[i]!));
  const bundles = featuresOf(tagged, parts.featureModel);
  const bundled = tagged.map((word, i) => known.bundled(words[i]!, word, bundles[i]!));
  const tree = parseWith(
    parts.parser,
    bundled.map(({ parser }) => parser),
  );
  attachRelatives(tree, bundled, parts.labels);
  attachObjects(tree, bundled, parts.labels);
  attachHedged(tree, bundled, parts.labels);
  attachParted(tree, bundled, parts.labels);
  return raw.map(({ start, end, parts: contracted }, i) => {
    const { form } = words[i]!;
    const { lower, upos, lemma, feats } = bundled[i]!;
    const head = tree.heads[i]!;
    assert(head >= 0, `no head for « ${form} »`);
    const isRoot = head === words.length;
    const token = {
      start,
      end,
      text: form,
      lower,
      upos,
      lemma,
      feats,
      head: isRoot ? -1 : head,
      deprel: isRoot ? 'root' : parts.labels[tree.labels[i]!]!,
    };
    // « des » as an article is one word; only the preposition is contracted.
    return contracted && upos === 'ADP' ? { ...token, parts: contracted } : token;
  });
}

const NOUN = [UPOS.indexOf('NOUN')];
const VERB = [UPOS.indexOf('VERB')];
const AUX = UPOS.indexOf('AUX');
/** What a subject ends in, by its tag. */
const ENDS_SUBJECT = new Set([UPOS.indexOf('NOUN'), UPOS.indexOf('PROPN'), UPOS.indexOf('PRON'), UPOS.indexOf('ADJ')]);

/** The tag of each word, as an index into `UPOS`: greedy from left to right. */
function tagsOf(words: readonly Word[], tagger: LinearModel): number[] {
  const traits = words.map((word) => word.traits);
  const features = new Uint32Array(TAG_FEATURES);
  let tag1 = -1;
  let tag2 = -1;
  return words.map((word, i) => {
    const allowed = isCompass(words, i) ? NOUN : isBeforeInfinitive(words, i, tag1) ? VERB : word.allowed;
    let best = allowed[0]!;
    if (allowed.length > 1) {
      tagFeatures(traits, i, tag1, tag2, features);
      best = tagger.bestAmong(features, TAG_FEATURES, allowed);
    }
    tag2 = tag1;
    tag1 = best;
    return best;
  });
}

/** « Deir Ezzor (est) »: a quarter of the compass in brackets is no verb. */
function isCompass(words: readonly Word[], i: number): boolean {
  return words[i]!.lower === 'est' && words[i - 1]?.form === '(' && words[i + 1]?.form === ')';
}

/** « Téhéran dément fournir », « le ministre juge avoir »: no noun or adjective stands between a subject and an infinitive. */
function isBeforeInfinitive(words: readonly Word[], i: number, before: number): boolean {
  return (
    words[i]!.verb === 'finite' &&
    ENDS_SUBJECT.has(before) &&
    words[i + 1]?.verb === 'infinitive' &&
    words[i]!.allowed.includes(VERB[0]!) &&
    !words[i]!.allowed.includes(AUX) // « fait venir »
  );
}
