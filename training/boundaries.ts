import { readFileSync } from 'node:fs';
import {
  type Abbreviations,
  boundaryFeatures,
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

function examplesOf(sentences: readonly (readonly GoldToken[])[]): Example[] {
  const texts = sentences.map(textOf);
  const text = texts.join(' ');
  const ends = new Set<number>();
  let end = 0;
  for (const one of texts) {
    end += one.length;
    ends.add(end);
    end += 1;
  }
  const tokens = splitTokens(text, { start: 0, end: text.length }, { lexicon, abbreviations });
  const found: Example[] = [];
  const features = new Uint32Array(MOST_BOUNDARY_FEATURES);
  for (const sentence of splitSentences(text, tokens, { abbreviations, lexicon, boundaries: null })) {
    const forms = sentence.map((token) => text.slice(token.start, token.end));
    let from = 0;
    for (let i = 1; i < sentence.length; i++) {
      if (!mayEnd(forms, i)) continue;
      const isEnd = ends.has(sentence[i - 1]!.end);
      const count = boundaryFeatures(forms, i, i - from, lexicon, features);
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
