import {
  candidatesOf,
  type FeatureFile,
  type FeatureTable,
  type FeatureWord,
  featureFeatures,
  featuresOf,
  featureWord,
  type LinearModel,
  MOST_FEATURE_FEATURES,
  openFeatures,
  UPOS,
  type Upos,
} from '../src/language/internals.ts';
import type { GoldToken } from './conllu.ts';
import { AveragedPerceptron, meanModel } from './perceptron.ts';
import { seeded, shuffled } from './random.ts';
import { lexicon, lowerOf } from './tags.ts';

const BITS = 13; // 2^12 loses 0.3 points of features on Sequoia dev, 2^14 gains less than 0.1
const EPOCHS = 8;
/** A bundle that a form has in fewer than one in so many of its uses is a slip of the annotation. */
const RARE = 50;

/** A bundle seen less often in all is a slip too. */
const LEAST = 4;

export type SeenForm = Pick<GoldToken, 'form' | 'upos' | 'lemma' | 'feats'> & { readonly count: number };

/** Which bundles each form and tag has been seen with, in treebanks and in lists of forms. */
export function featureFile(sentences: readonly (readonly GoldToken[])[], lists: readonly SeenForm[]): FeatureFile {
  const counts = new Map<string, Map<string, number>>();
  const tags = UPOS.map(() => new Map<string, number>());
  const see = ({ form, upos, feats }: SeenForm | GoldToken, count: number): void => {
    const key = `${lowerOf(form)}|${upos}`;
    const own = counts.get(key) ?? new Map<string, number>();
    own.set(feats, (own.get(feats) ?? 0) + count);
    counts.set(key, own);
    const tag = tags[UPOS.indexOf(upos)]!;
    tag.set(feats, (tag.get(feats) ?? 0) + count);
  };
  for (const token of sentences.flat()) see(token, 1);
  for (const seen of lists) see(seen, seen.count);
  const byCount = (map: ReadonlyMap<string, number>, least: number): string[] =>
    [...map]
      .filter(([, count]) => count >= least)
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .map(([feats]) => feats);
  const total = new Map<string, number>();
  for (const tag of tags) for (const [feats, count] of tag) total.set(feats, (total.get(feats) ?? 0) + count);
  const bundles = [...total]
    .filter(([, count]) => count >= LEAST)
    .map(([feats]) => feats)
    .sort();
  const index = new Map(bundles.map((bundle, i) => [bundle, i]));
  const grouped = new Map<string, string[]>();
  for (const [key, own] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (/[ ,]/.test(key)) continue;
    const sum = [...own.values()].reduce((a, b) => a + b, 0);
    const list = byCount(own, sum / RARE)
      .flatMap((feats) => index.get(feats) ?? [])
      .join();
    if (list === '') continue;
    grouped.set(list, [...(grouped.get(list) ?? []), key]);
  }
  return {
    bundles,
    byTag: tags.map((tag) => byCount(tag, LEAST).flatMap((feats) => index.get(feats) ?? [])),
    forms: Object.fromEntries([...grouped].map(([list, keys]) => [list, keys.join(' ')])),
  };
}

/** Learns to choose among the bundles that a form may have. */
export function trainFeatures(
  sentences: readonly (readonly GoldToken[])[],
  file: FeatureFile,
  seeds: readonly number[],
): LinearModel {
  const table = openFeatures(file);
  const index = new Map(file.bundles.map((bundle, i) => [bundle, i]));
  const examples = sentences.map((sentence) => ({
    words: sentence.map(({ form, upos }) => featureWord(lowerOf(form), upos, lexicon)),
    gold: sentence.map(({ feats }) => index.get(feats) ?? -1),
  }));
  return meanModel(
    seeds.map((seed) => {
      const learner = new AveragedPerceptron(file.bundles.length, BITS);
      const random = seeded(seed);
      const features = new Uint32Array(MOST_FEATURE_FEATURES);
      for (let epoch = 0; epoch < EPOCHS; epoch++)
        for (const { words, gold } of shuffled(examples, random)) {
          const found: number[] = [];
          for (let i = 0; i < words.length; i++) {
            // A word that has one bundle alone teaches what an unknown one of its shape has, so that all of its tag compete.
            const own = candidatesOf(table, words[i]!);
            const among = own.length > 1 ? own : table.byTag[words[i]!.tag]!;
            const count = featureFeatures(words, i, found[i - 1] ?? -1, found[i - 2] ?? -1, features);
            const scores = learner.scores(features, count);
            let guess = among[0]!;
            for (const c of among) if (scores[c]! > scores[guess]!) guess = c;
            if (among.includes(gold[i]!)) learner.update(features, count, gold[i]!, guess);
            found.push(own.length === 1 ? own[0]! : guess);
          }
        }
      return learner;
    }),
  );
}

/** The bundles of sentences whose tags are given. */
export function featuresBy(
  table: FeatureTable,
  model: LinearModel,
  sentence: readonly GoldToken[],
  tags: readonly Upos[],
): string[] {
  const words: FeatureWord[] = sentence.map(({ form }, i) => featureWord(lowerOf(form), tags[i]!, lexicon));
  return featuresOf(
    words.map((word) => ({ ...word, candidates: candidatesOf(table, word) })),
    model,
  ).map((bundle) => table.bundles[bundle]!);
}
