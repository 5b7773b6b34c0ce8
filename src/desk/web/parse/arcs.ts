import type { ParsedToken } from '../../contract/index.ts';

/** A dependency as an arc over the words, in pixels. `level` counts from 1; an arc lies above all that it spans. */
export type Arc = {
  readonly dependent: number;
  readonly from: number;
  readonly to: number;
  readonly level: number;
  readonly label: string;
};

export type TreeLayout = {
  /** Centre of each word. */
  readonly centres: readonly number[];
  readonly width: number;
  readonly levels: number;
  readonly arcs: readonly Arc[];
  /** Index of the root. */
  readonly root: number;
};

/** Width of a character of the drawing's type, and of the gap between two words. */
const CHARACTER = 8.2;
const GAP = 16;
const NARROWEST = 34;

/** Lays the words of a sentence in a row, and its dependencies over them: the shorter below. */
export function layOut(tokens: readonly Pick<ParsedToken, 'text' | 'upos' | 'head' | 'deprel'>[]): TreeLayout {
  let width = 0;
  const centres = tokens.map(({ text, upos }) => {
    const own = Math.max(NARROWEST, CHARACTER * Math.max(text.length, upos.length)) + GAP;
    width += own;
    return width - own / 2;
  });
  const spans = tokens
    .map(({ head, deprel }, dependent) => ({ dependent, head, deprel }))
    .filter(({ head }) => head >= 0)
    .map((one) => ({ ...one, low: Math.min(one.dependent, one.head), high: Math.max(one.dependent, one.head) }))
    .sort((a, b) => a.high - a.low - (b.high - b.low) || a.low - b.low);
  const top = new Array<number>(Math.max(1, tokens.length)).fill(0); // the highest arc over each gap between words
  const arcs = spans.map(({ dependent, head, deprel, low, high }) => {
    const level = 1 + Math.max(0, ...top.slice(low, high));
    top.fill(level, low, high);
    return { dependent, from: centres[head]!, to: centres[dependent]!, level, label: deprel };
  });
  return {
    centres,
    width,
    levels: Math.max(0, ...arcs.map(({ level }) => level)),
    arcs,
    root: tokens.findIndex(({ head }) => head < 0),
  };
}
