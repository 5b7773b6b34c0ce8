import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ParserState } from '../parser/transitions.ts';
import { attachHedged, attachObjects, attachParted } from './objects.ts';
import { attachRelatives, type TreeWord } from './relatives.ts';

const LABELS =
  'root nsubj nsubj:pass obj obl obl:mod nmod acl:relcl acl amod appos conj cc case det aux:pass aux:tense cop advmod xcomp advcl punct'.split(
    ' ',
  );
/** Words that the repairs look for, in the order in which some sentence may have them. */
const WORDS: readonly TreeWord[] = (
  [
    ['quelque', 'DET'],
    ['près', 'ADV'],
    ['de', 'ADP'],
    ['2.000', 'NUM'],
    ['mille', 'NUM'],
    ['hommes', 'NOUN'],
    ['Alma', 'PROPN'],
    ['groupe', 'NOUN'],
    [',', 'PUNCT'],
    ['lundi', 'NOUN'],
    ['par', 'ADP'],
    ['à', 'ADP'],
    ['qui', 'PRON'],
    ['dormaient', 'VERB', 'VerbForm=Fin'],
    ['ont', 'AUX', 'VerbForm=Fin'],
    ['combattraient', 'VERB', 'VerbForm=Fin'],
    ['tués', 'VERB', 'VerbForm=Part'],
  ] as const
).map(([lower, upos, feats]) => ({ lower, upos, feats: feats ?? '' }));

/** A tree over n words: each hangs from one that comes before it in some order of them, the first from the root, which is n. */
const trees = fc.integer({ min: 2, max: 14 }).chain((n) =>
  fc.record({
    n: fc.constant(n),
    words: fc.array(fc.constantFrom(...WORDS), { minLength: n, maxLength: n }),
    order: fc.shuffledSubarray(
      Array.from({ length: n }, (_, i) => i),
      { minLength: n, maxLength: n },
    ),
    above: fc.array(fc.nat(), { minLength: n, maxLength: n }),
    labels: fc.array(fc.nat(LABELS.length - 1), { minLength: n, maxLength: n }),
  }),
);

test('repairs leave a tree, whatever the parser made: one root, no word above itself', () => {
  fc.assert(
    fc.property(trees, ({ n, words, order, above, labels }) => {
      const heads = new Int32Array(n);
      order.forEach((word, i) => {
        heads[word] = i === 0 ? n : order[above[i]! % i]!;
      });
      const tree = { heads, labels: Int32Array.from(labels), n } as unknown as ParserState;
      for (const repair of [attachRelatives, attachObjects, attachHedged, attachParted]) {
        repair(tree, words, LABELS);
        const roots = order.filter((word) => tree.heads[word] === n);
        expect(roots, repair.name).toHaveLength(1);
        for (const word of order) {
          let top = word;
          for (let steps = 0; steps < n && tree.heads[top]! < n; steps++) top = tree.heads[top]!;
          expect(top, repair.name).toBe(roots[0]);
        }
      }
    }),
    { numRuns: 4_000 },
  );
});
