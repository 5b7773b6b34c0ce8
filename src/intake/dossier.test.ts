import { describe, expect, test } from 'vitest';
import { Problem } from '../core/index.ts';
import { readDossier } from './dossier.ts';

const read = (value: unknown) =>
  readDossier(Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)), 'd/dossier.json');
const entry = (fields: object) => read({ title: 'Le fleuve', dispatches: [fields] }).entries[0]!;
const problemOf = (fields: object): Problem => {
  const found = entry(fields);
  if ('problem' in found) return found.problem;
  throw new Error('no Problem came');
};
const thrown = (value: unknown): Problem => {
  try {
    read(value);
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error('no Problem came');
};

test('an entry says what the text does not', () => {
  expect(
    entry({
      file: './jour/01.txt',
      published: '2017-12',
      publisher: 'Agence Méridienne',
      url: 'https://a.example/1',
      title: 'Deux ponts',
      language: 'fr-ca',
      encoding: 'latin1',
      exercise: true,
    }),
  ).toEqual({
    file: 'jour/01.txt',
    published: '2017-12',
    publisher: 'Agence Méridienne',
    url: 'https://a.example/1',
    title: 'Deux ponts',
    language: 'fr-CA',
    encoding: 'latin1',
    exercise: true,
  });
  const silent = {
    published: null,
    publisher: null,
    url: null,
    title: null,
    language: null,
    encoding: null,
    exercise: false,
  };
  expect(entry({ file: '01.txt', published: null })).toEqual({ file: '01.txt', ...silent });
  expect(entry({ file: 'jour\\01.txt' })).toMatchObject({ file: 'jour/01.txt' });
});

describe('a file that leads out of its folder is refused', () => {
  const files = [
    '../a.txt',
    'a/../../b.txt',
    '..',
    '/etc/passwd',
    'C:\\a.txt',
    'c:a.txt',
    '\\\\host\\share\\a.txt',
    '//host/a.txt',
    '\\a.txt',
    'a\\..\\b.txt',
    'a\0.txt',
  ];
  for (const file of files) test(JSON.stringify(file), () => expect(problemOf({ file }).code).toBe('intake/leads-out'));
  for (const file of ['a..b.txt', '...', 'a/..b/c.txt', '%2e%2e/a.txt'])
    test(`not ${file}`, () => expect(entry({ file })).toMatchObject({ file }));
});

describe('a wrong entry is a Problem that names its field', () => {
  const cases = [
    [{ file: 'a.txt', published: '2017-02-30' }, 'published'],
    [{ file: 'a.txt', published: '7 décembre 2017' }, 'published'],
    [{ file: 'a.txt', published: 20171207 }, 'published'],
    [{ file: 'a.txt', url: 'gazette.example/a' }, 'url'],
    [{ file: 'a.txt', encoding: 'ansi' }, 'encoding'],
    [{ file: 'a.txt', exercise: 'oui' }, 'exercise'],
    [{ file: '' }, 'file'],
    [{}, 'file'],
  ] as const;
  for (const [fields, field] of cases)
    test(JSON.stringify(fields), () => {
      const { code, words } = problemOf(fields);
      expect(code).toBe('intake/dossier-entry');
      expect(words.en).toContain('dispatches[0]');
      expect(words.en).toContain(field);
      expect(words.fr).toContain(field);
    });
  test('of a language that is none', () =>
    expect(problemOf({ file: 'a.txt', language: 'french' }).code).toBe('intake/bad-language'));
  test('and the others go on', () => {
    const { entries } = read({
      title: 'x',
      dispatches: [7, { file: '../a' }, { file: 'a.txt' }, { file: './a.txt' }, { file: 'b.txt' }],
    });
    expect(entries.map((one) => ('problem' in one ? one.problem.code : one.file))).toEqual([
      'intake/dossier-entry',
      'intake/leads-out',
      'a.txt',
      'intake/named-twice',
      'b.txt',
    ]);
  });
});

test('unknown keys are told, and stop nothing', () => {
  const { entries, notices } = read({ title: 'x', autor: 'y', dispatches: [{ file: 'a.txt', publishd: '2017' }] });
  expect(entries).toMatchObject([{ file: 'a.txt', published: null }]);
  expect(notices.map(({ rule }) => rule)).toEqual(['dossier-unknown-key', 'dossier-unknown-key']);
  expect(notices[1]!.message.en).toContain('"publishd"');
});

describe('a file that is no dossier', () => {
  test('no JSON: line and column', () => {
    const { code, message } = thrown('{\n  "title": "x",\n  "dispatches": [\n    {"file": "a"},\n  ]\n}');
    expect(code).toBe('intake/dossier-json');
    expect(message).toContain('line 5, column 3, "]"');
  });
  const shapes = [
    [[], 'le fichier'],
    [{ dispatches: [] }, 'title'],
    [{ title: ' ', dispatches: [] }, 'title'],
    [{ title: 'x', dispatches: {} }, 'dispatches'],
    [null, 'le fichier'],
  ] as const;
  for (const [value, field] of shapes)
    test(JSON.stringify(value), () => {
      expect(thrown(value).code).toBe('intake/dossier-shape');
      expect(thrown(value).words.fr).toContain(field);
    });
});
