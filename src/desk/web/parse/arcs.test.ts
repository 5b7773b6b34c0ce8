import { expect, test } from 'vitest';
import { layOut } from './arcs.ts';

const token = (text: string, head: number, deprel: string) => ({ text, upos: 'X', head, deprel });

test('an arc lies above the arcs that it spans, and words stand in a row', () => {
  const { arcs, centres, levels, root, width } = layOut([
    token('La', 1, 'det'),
    token('ville', 2, 'nsubj'),
    token('tient', -1, 'root'),
    token('bon', 2, 'advmod'),
    token('.', 2, 'punct'),
  ]);
  expect(root).toBe(2);
  const levelOf = new Map(arcs.map(({ dependent, level }) => [dependent, level]));
  expect([...levelOf.entries()].sort()).toEqual([
    [0, 1],
    [1, 1],
    [3, 1],
    [4, 2],
  ]);
  expect(levels).toBe(2);
  expect(centres).toEqual(centres.toSorted((a, b) => a - b));
  expect(width).toBeGreaterThan(centres.at(-1)!);
});

test('nothing to lay out', () => expect(layOut([])).toMatchObject({ arcs: [], width: 0, levels: 0, root: -1 }));
