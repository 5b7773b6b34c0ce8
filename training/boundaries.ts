import { readFileSync } from 'node:fs';
import type { Span } from '../src/core/index.ts';
import {
  type Abbreviations,
  type BoundaryWord,
  boundaryFeatures,
  boundaryWord,
  type LinearModel,
  MOST_BOUNDARY_FEATURES,
  mayEnd,
  splitSentences,
  splitTokens,
} from '../src/language/internals.ts';
import type { GoldToken } from './conllu.ts';
import { AveragedPerceptron, bestOf, meanModel } from './perceptron.ts';
import { seeded, shuffled } from './random.ts';
import { lexicon } from './tags.ts';

const BITS = 14;
const EPOCHS = 10;
/** Sentences that are joined to one paragraph, as somebody might have written them. */
const JOINED = 10;

const abbreviations = JSON.parse(
  readFileSync(new URL('../data/fr/abbreviations.json', import.meta.url), 'utf8'),
) as Abbreviations;

const wordsOf = (text: string, tokens: readonly Span[]): BoundaryWord[] =>
  tokens.map(({ start, end }) => boundaryWord(text.slice(start, end), lexicon));

type Example = { readonly features: Uint32Array; readonly ends: 0 | 1 };

/** Learns where a sentence ends that punctuation does not end, from sentences in their order, joined by a space. */
export function trainBoundaries(sentences: readonly (readonly GoldToken[])[], seeds: readonly number[]): LinearModel {
  const examples: Example[] = [];
  for (let at = 0; at < sentences.length; at += JOINED) examples.push(...examplesOf(sentences.slice(at, at + JOINED)));
  return meanModel(
    seeds.map((seed) => {
      const learner = new AveragedPerceptron(2, BITS);
      const random = seeded(seed);
      for (let epoch = 0; epoch < EPOCHS; epoch++)
        for (const { features, ends } of shuffled(examples, random))
          learner.update(features, features.length, ends, bestOf(learner.scores(features, features.length)));
      return learner;
    }),
  );
}

/** F1 of sentence ends over paragraphs of ten sentences, split as the product splits them. */
export function sentenceF1(sentences: readonly (readonly GoldToken[])[], boundaries: LinearModel): number {
  let [right, gold, found] = [0, 0, 0];
  for (let at = 0; at < sentences.length; at += JOINED) {
    const { text, ends } = joined(sentences.slice(at, at + JOINED));
    const tokens = splitTokens(text, { start: 0, end: text.length }, { lexicon, abbreviations });
    const split = splitSentences(tokens, wordsOf(text, tokens), { abbreviations, boundaries });
    right += split.filter(({ to }) => ends.has(tokens[to - 1]!.end)).length;
    gold += ends.size;
    found += split.length;
  }
  return (2 * right) / (gold + found);
}

function joined(sentences: readonly (readonly GoldToken[])[]): {
  readonly text: string;
  readonly ends: ReadonlySet<number>;
} {
  const texts = sentences.map(textOf);
  const ends = new Set<number>();
  let end = 0;
  for (const one of texts) {
    end += one.length;
    ends.add(end);
    end += 1;
  }
  return { text: texts.join(' '), ends };
}

function examplesOf(sentences: readonly (readonly GoldToken[])[]): Example[] {
  const { text, ends } = joined(sentences);
  const tokens = splitTokens(text, { start: 0, end: text.length }, { lexicon, abbreviations });
  const found: Example[] = [];
  const features = new Uint32Array(MOST_BOUNDARY_FEATURES);
  const all = wordsOf(text, tokens);
  for (const stretch of splitSentences(tokens, all, { abbreviations, boundaries: null })) {
    const words = all.slice(stretch.from, stretch.to);
    let from = 0;
    for (let i = 1; i < words.length; i++) {
      if (!mayEnd(words, i)) continue;
      const isEnd = ends.has(tokens[stretch.from + i - 1]!.end);
      const count = boundaryFeatures(words, i, from, features);
      found.push({ features: features.slice(0, count), ends: isEnd ? 1 : 0 });
      if (isEnd) from = i;
    }
  }
  return found;
}

/** The text of a sentence, as it reads: the treebank's spacing is not kept, and punctuation tells it well enough. */
function textOf(sentence: readonly GoldToken[]): string {
  return sentence
    .map(({ form }) => form)
    .join(' ')
    .replace(/ ([.,)\]…])/gu, '$1')
    .replace(/([([]) /gu, '$1')
    .replace(/(['’]) /gu, '$1');
}
