import { expect, test } from 'vitest';
import { makeDispatch } from '../../bench/dispatches.ts';
import { openGazetteer } from '../../src/reading/index.ts';

const gazetteer = openGazetteer();
const RUN = 8;
const runsOf = (text: string): Set<string> => {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu)!;
  return new Set(Array.from({ length: words.length - RUN + 1 }, (_, at) => words.slice(at, at + RUN).join(' ')));
};

test('two dispatches that are no copies share no run of eight words', () => {
  const holders = new Map<string, number>();
  for (let at = 0; at < 400; at++) {
    if (at % 10 === 9) continue; // a copy of the one before
    const [text] = [...makeDispatch(at, 400, gazetteer).texts.values()];
    for (const run of runsOf(text!)) holders.set(run, (holders.get(run) ?? 0) + 1);
  }
  expect([...holders].filter(([, count]) => count > 1).map(([run]) => run)).toEqual([]);
});

test('each claim stands on its words', () => {
  const { claims, texts } = makeDispatch(17, 400, gazetteer);
  expect(claims.length).toBe(3);
  for (const { dispatch, start, end, text } of claims) expect(texts.get(dispatch)!.slice(start, end)).toBe(text);
});

test('the same number gives the same dispatch', () =>
  expect(makeDispatch(7, 400, gazetteer)).toEqual(makeDispatch(7, 400, gazetteer)));
