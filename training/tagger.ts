// Trains the French part-of-speech tagger and writes data/fr/tagger.bin and data/fr/closed-class.json.
//   npm run train:tagger            (needs ../shared/data and the xz program; about a minute; the same bytes each time)
// Trained on LGPL-LR data alone (UD Sequoia train and dev, UD FQB), so that the model has one licence; measured before
// that on Sequoia dev and on the last 276 sentences of GSD dev with the dev part left out.
import { readFileSync, writeFileSync } from 'node:fs';
import {
  Lexicon,
  LinearModel,
  MOST_FEATURES,
  tagFeatures,
  traitsOf,
  UPOS,
  type WordTraits,
} from '../src/language/internals.ts';
import { type GoldToken, readTreebank } from './conllu.ts';
import { seeded, shuffled } from './random.ts';

const BITS = 17; // 2^16 loses 0.2 points on Sequoia dev, 2^18 gains less than 0.05
const EPOCHS = 12;
const fr = new URL('../data/fr/', import.meta.url);
const lexicon = new Lexicon(readFileSync(new URL('lexicon.bin', fr)));

type Example = { readonly words: readonly WordTraits[]; readonly tags: readonly number[] };

function exampleOf(sentence: readonly GoldToken[]): Example {
  return {
    words: sentence.map(({ form }, i) => {
      const lower = form.toLowerCase().replaceAll('’', "'");
      return traitsOf(form, lower, i === 0, lexicon.mask(lower), form === lower ? 0 : lexicon.mask(form));
    }),
    tags: sentence.map(({ upos }) => UPOS.indexOf(upos)),
  };
}

/** Averaged perceptron: weights and their running sums, both as floats; the average is what is kept. */
function train(examples: readonly Example[], seed: number): LinearModel {
  const tags = UPOS.length;
  const size = tags << BITS;
  const weights = new Float32Array(size);
  const sums = new Float64Array(size);
  const random = seeded(seed);
  const features = new Uint32Array(MOST_FEATURES);
  const scores = new Float64Array(tags);
  let step = 1;
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (const { words, tags: gold } of shuffled(examples, random)) {
      let tag1 = -1;
      let tag2 = -1;
      for (let i = 0; i < words.length; i++, step++) {
        const count = tagFeatures(words, i, tag1, tag2, features);
        scores.fill(0);
        for (let f = 0; f < count; f++) {
          const row = (features[f]! & ((1 << BITS) - 1)) * tags;
          for (let t = 0; t < tags; t++) scores[t]! += weights[row + t]!;
        }
        const guess = scores.indexOf(Math.max(...scores));
        if (guess !== gold[i])
          for (let f = 0; f < count; f++) {
            const row = (features[f]! & ((1 << BITS) - 1)) * tags;
            weights[row + gold[i]!]! += 1;
            weights[row + guess]! -= 1;
            sums[row + gold[i]!]! += step;
            sums[row + guess]! -= step;
          }
        tag2 = tag1;
        tag1 = guess;
      }
    }
  }
  const average = Float64Array.from(weights, (w, i) => w - sums[i]! / step);
  return new LinearModel(quantised(average), tags);
}

/** Whole bytes: the scale keeps all but the heaviest weights from being cut (0.02 points on Sequoia dev). */
function quantised(weights: Float64Array): Int8Array {
  const heavy = Float64Array.from(weights, Math.abs)
    .sort()
    .at(-Math.ceil(weights.length / 20_000))!;
  return Int8Array.from(weights, (w) => Math.max(-127, Math.min(127, Math.round((127 * w) / heavy))));
}

function accuracy(model: LinearModel, examples: readonly Example[]): number {
  const features = new Uint32Array(MOST_FEATURES);
  const scores = new Int32Array(UPOS.length);
  let right = 0;
  let all = 0;
  for (const { words, tags } of examples) {
    let tag1 = -1;
    let tag2 = -1;
    words.forEach((_, i) => {
      const guess = model.best(features, tagFeatures(words, i, tag1, tag2, features), scores);
      if (guess === tags[i]) right++;
      all++;
      tag2 = tag1;
      tag1 = guess;
    });
  }
  return right / all;
}

const CLOSED = new Set(['ADP', 'AUX', 'CCONJ', 'DET', 'PRON', 'SCONJ', 'PUNCT', 'NUM', 'ADV']);

/** Form and tag of closed-class words to their most frequent lemma and features: `la|DET` → `le`, `Definite=Def|…`. */
function closedClass(
  sentences: readonly (readonly GoldToken[])[],
): Record<string, readonly [lemma: string, feats: string]> {
  const counts = new Map<string, Map<string, number>>();
  for (const { form, upos, lemma, feats } of sentences.flat()) {
    if (!CLOSED.has(upos) || /\d/.test(form)) continue;
    const key = `${form.toLowerCase().replaceAll('’', "'")}|${upos}`;
    const known = counts.get(key) ?? new Map<string, number>();
    const value = JSON.stringify([lemma, feats]);
    known.set(value, (known.get(value) ?? 0) + 1);
    counts.set(key, known);
  }
  return Object.fromEntries(
    [...counts]
      .filter(([, known]) => [...known.values()].reduce((a, b) => a + b) > 1)
      .map(
        ([key, known]) =>
          [key, JSON.parse([...known].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]![0])] as const,
      )
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

const base = [...readTreebank('ud-french-sequoia/train'), ...readTreebank('ud-french-fqb/all')];
const dev = readTreebank('ud-french-sequoia/dev');
const gsd = readTreebank('ud-french-gsd/dev').slice(-276);

const measured = train(base.map(exampleOf), 1);
const percent = (x: number): string => (100 * x).toFixed(2);
console.log(
  `UPOS on given tokens, dev left out: Sequoia dev ${percent(accuracy(measured, dev.map(exampleOf)))}, ` +
    `GSD dev, last 276: ${percent(accuracy(measured, gsd.map(exampleOf)))}`,
);

const shipped = train([...base, ...dev].map(exampleOf), 1);
writeFileSync(new URL('tagger.bin', fr), shipped.weights);
writeFileSync(
  new URL('closed-class.json', fr),
  `${JSON.stringify(closedClass([...base, ...dev]), null, 0).replaceAll('],"', '],\n"')}\n`,
);
console.log(`data/fr/tagger.bin: ${(shipped.weights.length / 1e6).toFixed(2)} MB`);
