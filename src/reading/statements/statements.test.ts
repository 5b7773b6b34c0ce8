import { expect, test } from 'vitest';
import { openFrench } from '../../language/index.ts';
import { findQuotes } from '../quotes/find-quotes.ts';
import { loadSpeakerNouns } from '../sources/speakers.ts';
import { readTimes } from '../times/read-times.ts';
import { colonQuotation, constructions } from './constructions.ts';
import { loadReportingNouns, NOUN_IGNORES, NOUN_READS } from './nouns.ts';
import { readStatements } from './read-statements.ts';
import { loadReportingVerbs } from './verbs.ts';
import { findVia, viaRules } from './via.ts';

const engine = openFrench();
const lists = {
  verbs: loadReportingVerbs(),
  sayings: loadReportingNouns(),
  nouns: loadSpeakerNouns(),
  analyses: engine.analyses,
};
const writtenOn = '2018-05-03'; // a Thursday
const read = (text: string) => {
  const sentences = engine.sentences(text);
  const times = sentences.map((sentence) => readTimes(sentence, { writtenOn }).found);
  return readStatements({ text, sentences, quotes: findQuotes(text).found, times }, lists).found;
};
const said = (text: string) =>
  read(text).map(({ content, source, rules }) => [
    content.map((part) => part.text).join(' … '),
    source?.text ?? null,
    rules[0],
  ]);

for (const { name, reads, ignores } of [...constructions, colonQuotation]) {
  for (const [text, content, source] of reads)
    test(`${name}: ${text}`, () => expect(said(text)).toContainEqual([content, source, name]));
  for (const text of ignores ?? [])
    test(`${name} leaves « ${text} »`, () => expect(said(text).filter(([, , rule]) => rule === name)).toEqual([]));
}
for (const [text, content, source] of NOUN_READS)
  test(`noun of saying: ${text}`, () => expect(said(text)).toContainEqual([content, source, 'noun-of-saying']));
for (const text of NOUN_IGNORES)
  test(`no statement by a noun in « ${text} »`, () =>
    expect(said(text).filter(([, , rule]) => rule === 'noun-of-saying')).toEqual([]));

for (const rule of viaRules) {
  for (const [text, via] of rule.reads)
    test(`via ${rule.name}: ${text}`, () =>
      expect(engine.sentences(text).flatMap(findVia)).toMatchObject([{ via, rule: rule.name }]));
  for (const text of rule.ignores ?? [])
    test(`via ${rule.name} leaves « ${text} »`, () =>
      expect(
        engine
          .sentences(text)
          .flatMap(findVia)
          .filter((one) => one.rule === rule.name),
      ).toEqual([]));
}
