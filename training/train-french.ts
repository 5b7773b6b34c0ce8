// Trains the French tagger and parser and writes data/fr/{tagger.bin, closed-class.json, parser-moves.bin, parser-labels.bin,
// parser.json}.
//   npm run train                    (needs ../shared/data and the xz program; minutes; the same bytes each time)
// Trained on LGPL-LR data alone (UD Sequoia train and dev, UD FQB), so that the models have one licence; measured before
// that on Sequoia dev and on the last 276 sentences of GSD dev, with the dev part left out.
import { writeFileSync } from 'node:fs';
import { type ClosedClass, morphologyOf, parserWord, UPOS, type Upos } from '../src/language/internals.ts';
import { type GoldToken, readTreebank } from './conllu.ts';
import { jackknifedTags, lexicon, lowerOf, tagsBy, trainTagger } from './tags.ts';
import { attachment, type GoldTree, trainParser } from './trees.ts';

const fr = new URL('../data/fr/', import.meta.url);
const SEED = 1;
const CLOSED = new Set<Upos>(['ADP', 'AUX', 'CCONJ', 'DET', 'PRON', 'SCONJ', 'PUNCT', 'NUM', 'ADV']);

/** Form and tag of closed-class words to their most frequent lemma and features: `la|DET` → `le`, `Definite=Def|…`. */
function closedClassOf(sentences: readonly (readonly GoldToken[])[]): ClosedClass {
  const counts = new Map<string, Map<string, number>>();
  for (const { form, upos, lemma, feats } of sentences.flat()) {
    if (!CLOSED.has(upos) || /\d/.test(form)) continue;
    const key = `${lowerOf(form)}|${upos}`;
    const known = counts.get(key) ?? new Map<string, number>();
    const value = JSON.stringify([lemma, feats]);
    known.set(value, (known.get(value) ?? 0) + 1);
    counts.set(key, known);
  }
  const often = [...counts].filter(([, known]) => [...known.values()].reduce((a, b) => a + b) > 1);
  const most = (known: Map<string, number>): string =>
    [...known].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]![0];
  return Object.fromEntries(
    often.map(([key, known]) => [key, JSON.parse(most(known))] as const).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** Trees over words as the product will see them: with the tags given, and the lemmas and features that follow. */
function treesOf(
  sentences: readonly (readonly GoldToken[])[],
  tags: readonly (readonly Upos[])[],
  closed: ClosedClass,
  labels: readonly string[],
): GoldTree[] {
  return sentences.map((sentence, s) => {
    const words = sentence.map(({ form }, i) => ({ form, lower: lowerOf(form), upos: tags[s]![i]! }));
    return {
      words: words.map(({ lower, upos }, i) => {
        const { lemma, feats } = morphologyOf(words, i, lexicon, closed);
        return parserWord(lower, UPOS.indexOf(upos), lemma, feats);
      }),
      heads: sentence.map(({ head }) => (head < 0 ? sentence.length : head)),
      labels: sentence.map(({ deprel }) => Math.max(0, labels.indexOf(deprel))),
    };
  });
}

const isProjective = ({ heads }: GoldTree): boolean =>
  heads.every((head, i) => {
    const [from, to] = head < i ? [head, i] : [i, head];
    for (let j = from + 1; j < to; j++) if (heads[j]! < from || heads[j]! > to) return false;
    return true;
  });

const percent = (x: number): string => (100 * x).toFixed(2);
const base = [...readTreebank('ud-french-sequoia/train'), ...readTreebank('ud-french-fqb/all')];
const dev = readTreebank('ud-french-sequoia/dev');
const gsd = readTreebank('ud-french-gsd/dev').slice(-276);
const labels = [...new Set([...base, ...dev].flat().map(({ deprel }) => deprel))].sort();
const baseLabels = labels.map((label) => label.split(':')[0]!);

const train = (sentences: readonly GoldToken[][]) => {
  const closed = closedClassOf(sentences);
  const tagger = trainTagger(sentences, SEED);
  const trees = treesOf(sentences, jackknifedTags(sentences, closed, 5, SEED), closed, labels);
  const projective = trees.filter(isProjective);
  console.log(`${projective.length} of ${trees.length} trees are projective and learnt from`);
  return { closed, tagger, parser: trainParser(projective, labels.length, SEED) };
};

const measured = train(base);
for (const [name, sentences] of [
  ['Sequoia dev', dev],
  ['GSD dev, last 276', gsd],
] as const) {
  const tags = sentences.map((sentence) => tagsBy(measured.tagger, sentence, measured.closed));
  const all = tags.flat();
  const right = sentences.flat().filter(({ upos }, i) => upos === all[i]).length;
  const { uas, las } = attachment(measured.parser, treesOf(sentences, tags, measured.closed, labels), baseLabels);
  console.log(
    `${name}, on given tokens: UPOS ${percent(right / all.length)}, UAS ${percent(uas)}, LAS ${percent(las)}`,
  );
}
if (process.argv.includes('--measure')) process.exit();

const shipped = train([...base, ...dev]);
writeFileSync(new URL('tagger.bin', fr), shipped.tagger.weights);
writeFileSync(new URL('parser-moves.bin', fr), shipped.parser.moves.weights);
writeFileSync(new URL('parser-labels.bin', fr), shipped.parser.labels.weights);
writeFileSync(new URL('parser.json', fr), `${JSON.stringify({ labels })}\n`);
writeFileSync(new URL('closed-class.json', fr), `${JSON.stringify(shipped.closed).replaceAll('],"', '],\n"')}\n`);
