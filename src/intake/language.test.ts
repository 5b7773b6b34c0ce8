import { describe, expect, test } from 'vitest';
import { Problem } from '../core/index.ts';
import { canonicalTag, detectLanguage, languageTag } from './language.ts';

const tell = (text: string) => {
  const { language, doubts } = detectLanguage(text, []);
  return [language, ...doubts.map(({ rule }) => rule)];
};
const FRENCH =
  "Deux ponts ont été rouverts jeudi sur le fleuve, a annoncé le gouvernorat, qui promet d'autres chantiers avant l'été. ";
const ENGLISH =
  'Two bridges were opened again on Thursday, the governorate announced, promising further works before the summer. ';

describe('the language is told from the words', () => {
  const cases = [
    [FRENCH, 'fr'],
    [ENGLISH, 'en'],
    [
      'Los dos puentes sobre el río fueron reabiertos el jueves, anunció la gobernación, que promete otras obras antes del verano.',
      'es',
    ],
    ['أعلنت المحافظة يوم الخميس إعادة فتح جسرين على النهر، ووعدت بأعمال أخرى قبل الصيف المقبل في المدينة.', 'ar'],
  ] as const;
  for (const [text, language] of cases) test(language, () => expect(tell(text)).toEqual([language]));
});

describe('where it is unsure', () => {
  test('too few words', () => expect(tell('Raqqa, 3 000 €')).toEqual([null, 'language-too-short']));
  test('figures alone', () => expect(tell('1 500 — 2 300 — 17'.repeat(20))).toEqual([null, 'language-too-short']));
  test('few words', () =>
    expect(tell("L'armée a repris la ville, annonce le ministre")).toEqual(['fr', 'language-short']));
  test('two languages', () => expect(tell(FRENCH.repeat(12) + ENGLISH.repeat(12))).toEqual(['fr', 'language-mixed']));
});

test('noise does not count', () => {
  const navigation =
    'Share this article with your friends and subscribe to our newsletter for more breaking news. '.repeat(12);
  expect(tell(navigation + FRENCH)[0]).toBe('en');
  expect(detectLanguage(navigation + FRENCH, [{ start: 0, end: navigation.length }])).toEqual({
    language: 'fr',
    doubts: [],
  });
});

test('a tag is one of BCP 47, for a language that exists', () => {
  const cases = [
    ['fr', 'fr'],
    ['fr-ca', 'fr-CA'],
    ['ku', 'ku'],
    ['fr_FR', null],
    ['french', null],
    ['', null],
    ['xx', null],
    ['fr-', null],
  ] as const;
  for (const [tag, canonical] of cases) expect(canonicalTag(tag), tag).toBe(canonical);
  expect(() => languageTag('french')).toThrow(Problem);
});
