import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { overlaps, Problem, sha256, trimSpan } from '../core/index.ts';
import type { Dispatch } from './dispatch.ts';
import { type About, dispatchFrom } from './dispatch-from.ts';

const STORY =
  "Deux ponts ont été rouverts jeudi sur le fleuve, a annoncé le gouvernorat, qui promet d'autres chantiers.";
const make = (text: string, about: Partial<About> = {}) => dispatchFrom(Buffer.from(text), { name: 'a.txt', ...about });

function problem(run: () => unknown): Problem {
  try {
    run();
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error('no Problem came');
}

test('a plain text with nothing known of it', () => {
  const text = `Deux ponts rouverts\r\n\r\n  ${STORY}\u00a0\t\r\n`;
  expect(make(text)).toEqual({
    name: 'a.txt',
    text,
    language: 'fr',
    title: null,
    published: null,
    publishedInText: null,
    publisher: null,
    address: null,
    noise: [],
    format: 'text',
    encoding: 'utf-8',
    bytes: Buffer.from(text),
    sha256: sha256(text),
    exercise: false,
    doubts: [],
  } satisfies Dispatch);
});

test('what the caller knows beats what the page says', () => {
  const page = `<html lang="fr"><meta property="article:published_time" content="2017-12-07T08:00:00+01:00"><meta property="og:site_name" content="La Gazette"><h1>Deux ponts</h1><p>${STORY}</p><p>${STORY}</p>`;
  expect(make(page)).toMatchObject({
    format: 'html',
    title: 'Deux ponts',
    publisher: 'La Gazette',
    published: { date: '2017-12-07', given: 'metadata', instant: '2017-12-07T08:00:00+01:00', span: null },
  });
  const about = {
    date: '2017-12-08',
    publisher: 'Agence Méridienne',
    address: 'https://a.example/1',
    title: 'Ponts',
    language: 'fr-CA',
    exercise: true,
  };
  const dispatch = make(page, about);
  expect(dispatch).toMatchObject({
    publisher: 'Agence Méridienne',
    address: 'https://a.example/1',
    title: 'Ponts',
    language: 'fr-CA',
    exercise: true,
    published: { date: '2017-12-08', given: 'user', instant: null },
  });
  expect(dispatch.doubts.map(({ rule }) => rule)).toEqual(['day-disagreement']);
});

test('metadata that disagree on the day: the first counts, and a Doubt', () => {
  const page = `<html><meta property="article:published_time" content="2017-12-07"><meta name="date" content="2017-12-09"><meta name="dc.date" content="2017-12"><h1>Deux ponts</h1><p>${STORY}</p><p>${STORY}</p>`;
  const { published, doubts } = make(page);
  expect(published?.date).toBe('2017-12-07');
  expect(doubts.map(({ rule }) => rule)).toEqual(['metadata-disagreement']);
});

describe('the language of a page', () => {
  const page = (lang: string) => `<html lang="${lang}"><h1>Deux ponts</h1><p>${STORY}</p><p>${STORY}</p>`;
  const cases = [
    ['fr-CA', 'fr-CA', []], // the page adds the region
    ['fr_FR', 'fr-FR', []],
    ['en', 'fr', ['language-disagreement']],
    ['klingon', 'fr', []],
  ] as const;
  for (const [lang, language, rules] of cases)
    test(lang, () => {
      const dispatch = make(page(lang));
      expect([dispatch.language, dispatch.doubts.map(({ rule }) => rule)]).toEqual([language, rules]);
    });
  test('given against the words', () => {
    const dispatch = make(STORY, { language: 'en' });
    expect([dispatch.language, dispatch.doubts.map(({ rule }) => rule)]).toEqual(['en', ['language-disagreement']]);
  });
});

describe('the format is what the file holds', () => {
  const page = `<!doctype html><h1>Deux ponts</h1><p>${STORY}</p><p>${STORY}</p>`;
  test('a page called .txt', () => expect(make(page).format).toBe('html'));
  test('a page forced to text', () => expect(make(page, { format: 'text' }).text).toBe(page));
  test('a text called .html', () => expect(make(STORY, { name: 'a.html' }).format).toBe('text'));
  test('a page that opens with a link, called .html', () => {
    expect(make(`<a href="/">La Gazette</a><br><p>${STORY}</p><p>${STORY}</p>`, { name: 'a.HTM' }).format).toBe('html');
  });
  const unread = [
    ['notes.md', '# Titre'],
    ['a.json', '{"a": 1}'],
    ['feed', '<?xml version="1.0"?>\n<rss version="2.0">'],
    ['a.txt', '{\\rtf1\\ansi Bonjour}'],
  ] as const;
  for (const [name, text] of unread)
    test(`${name}: ${text.slice(0, 12)}`, () => {
      expect(problem(() => make(text, { name })).code).toBe('intake/unread-format');
      expect(make(text, { name, format: 'text' }).text).toBe(text);
    });
});

describe('what makes no dispatch', () => {
  const cases = [
    ['', {}, 'intake/empty'],
    [' \r\n\t\u00a0\n', {}, 'intake/empty'],
    ['\ufeff', {}, 'intake/empty'],
    ['%PDF-1.7 …', {}, 'intake/binary'],
    ['\n'.repeat(600_000) + STORY, {}, 'intake/too-large'],
    ['<html><body></body></html>', {}, 'intake/no-article'],
    [STORY, { date: '2017-02-30' }, 'intake/bad-date'],
    [STORY, { date: '' }, 'intake/bad-date'],
    [STORY, { language: 'french' }, 'intake/bad-language'],
    [STORY, { address: 'gazette' }, 'intake/bad-address'],
    [STORY, { encoding: 'ansi' }, 'intake/unknown-encoding'],
  ] as const;
  for (const [text, about, code] of cases)
    test(`${code}: ${JSON.stringify(text.slice(0, 20))} ${JSON.stringify(about)}`, () => {
      const { words, code: found } = problem(() => make(text, about));
      expect(found).toBe(code);
      expect(words.fr).not.toBe(words.en);
    });
});

test('damage done before is shown where it stands', () => {
  const text = `${STORY} LâeuxÃ©tÃ©.`;
  const [doubt] = make(text).doubts;
  expect(doubt).toMatchObject({
    rule: 'text-damaged-before',
    span: { start: text.indexOf('Ã©'), end: text.indexOf('Ã©') + 2 },
  });
});

describe('whatever the bytes', () => {
  const words = [
    'Paris, ',
    'Par Odile ',
    '(AFP) - ',
    'Lire aussi',
    ' : ',
    '7 décembre 2017',
    '. ',
    '\n',
    '\n\n',
    '\r\n',
    ' - ',
    '|',
    'date 2017-12',
    'Partager',
    '© ',
    '<p>',
    '</div>',
    '<html>',
    STORY,
    '07/12/17',
    '\u2028',
    '« ',
    'É',
    '😀',
  ];
  const texts = fc.array(fc.constantFrom(...words), { maxLength: 40 }).map((parts) => parts.join(''));
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    texts.map((text) => new Uint8Array(Buffer.from(text))),
    texts.map((text) => new Uint8Array(iconv.encode(text, 'windows-1252'))),
    texts.map((text) => new Uint8Array(iconv.encode(text, 'utf-16le', { addBOM: true }))),
  );
  test('a Dispatch that holds together comes out, or a Problem', () => {
    fc.assert(
      fc.property(bytes, (file) => {
        let dispatch: Dispatch;
        try {
          dispatch = dispatchFrom(file, { name: 'a.txt' });
        } catch (error) {
          expect(error).toBeInstanceOf(Problem);
          return;
        }
        const { text, noise, published, doubts } = dispatch;
        expect(text).not.toContain('\ufffd');
        if (dispatch.format === 'text') {
          // iconv-lite knows the Mac's euro by the sign that stood there before.
          const written = dispatch.encoding === 'macintosh' ? text.replaceAll('€', '¤') : text;
          const back = iconv.encode(written, dispatch.encoding);
          expect(
            Buffer.from(file)
              .subarray(file.length - back.length)
              .equals(back),
          ).toBe(true);
        }
        for (const [i, span] of noise.entries()) {
          expect(trimSpan(text, span)).toEqual({ start: span.start, end: span.end });
          expect(noise.slice(i + 1).some((other) => overlaps(span, other) || other.start < span.end)).toBe(false);
        }
        for (const { span } of doubts) if (span) expect(trimSpan(text, span)).toEqual({ ...span });
        if (published?.span) expect(text.slice(published.span.start, published.span.end)).toMatch(/\d{4}/);
      }),
      { numRuns: 400 },
    );
  });
});
