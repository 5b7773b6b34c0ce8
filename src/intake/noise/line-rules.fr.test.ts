import { describe, expect, test } from 'vitest';
import { linesOf } from '../lines.ts';
import { lineNoise } from './line-noise.ts';
import { lineRules } from './line-rules.fr.ts';

const ruleOf = (line: string) => lineNoise(linesOf(`Deux ponts rouverts\n\n${line}\n`)).map(({ rule }) => rule);

for (const { name, reads, ignores } of lineRules)
  describe(name, () => {
    for (const line of reads) test(line, () => expect(ruleOf(line)).toEqual([name]));
    for (const line of ignores) test(`not: ${line}`, () => expect(ruleOf(line)).not.toContain(name));
  });

describe('a whole line of a page’s furniture', () => {
  for (const line of ['Partager', "S'abonner", 'Facebook | Twitter | E-mail', '> Lire la suite', 'PUBLICITÉ'])
    test(line, () => expect(ruleOf(line)).toEqual(['navigation-line']));
  for (const line of ['Partager le fleuve', 'Le menu du jour', 'Facebook ferme des comptes'])
    test(`not: ${line}`, () => expect(ruleOf(line)).toEqual([]));
});

test('no rule takes long over a line made to mislead it', () => {
  const lines = ['A-', 'A ', 'A, ', 'de de ', 'AFP et ', 'Partager | ', 'A à '].flatMap((part) =>
    ['', 'Par ', 'Par A à ', 'A, correspondant à ', '('].map(
      (start) => `${start}${part.repeat(Math.floor(400 / part.length))}1`,
    ),
  );
  const start = performance.now();
  lineNoise(linesOf(lines.map((line) => line.slice(0, 419)).join('\n')));
  expect(performance.now() - start).toBeLessThan(500);
});
