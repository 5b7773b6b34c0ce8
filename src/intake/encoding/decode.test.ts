import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { Problem } from '../../core/index.ts';
import { decode } from './decode.ts';
import { encodingNamed } from './names.ts';

const TYPED = "L'armée a repris la rive, où l'été fut rude : à l'est, près du fleuve, ça tirait encore dès l'aube.\n";
const PRINTED = 'L’armée a repris « la poche » — à l’est — où l’été fut rude, pour 1 500 € et l’honneur du cœur…\n';
const RUSSIAN = 'Министерство сообщило в четверг, что населённый пункт освобождён, и работа продолжается.\n';
const ARABIC = 'أعلن الجيش يوم الخميس أن المدينة محررة وأن السكان يمكنهم العودة إلى منازلهم في الأيام المقبلة.\n';

function problem(run: () => unknown): Problem {
  try {
    run();
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error('no Problem came');
}

describe('the encoding is told from the bytes alone', () => {
  const cases = [
    // text, written as,      read as
    [TYPED, 'utf-8', 'utf-8'],
    [PRINTED, 'utf-8', 'utf-8'],
    [PRINTED, 'utf-16le', 'utf-16le'],
    [PRINTED, 'utf-16be', 'utf-16be'],
    [ARABIC, 'utf-16le', 'utf-16le'],
    [TYPED, 'windows-1252', 'windows-1252'],
    [PRINTED, 'windows-1252', 'windows-1252'],
    [TYPED, 'iso-8859-1', 'windows-1252'], // where Latin-1 has letters, Windows-1252 has the same
    [TYPED, 'macintosh', 'macintosh'],
    [TYPED, 'ibm850', 'ibm850'],
    [RUSSIAN, 'windows-1251', 'windows-1251'],
    [RUSSIAN, 'koi8-r', 'koi8-r'],
    [ARABIC, 'windows-1256', 'windows-1256'],
    ['plain words only\n', 'ascii', 'utf-8'],
  ] as const;
  for (const [text, written, read] of cases)
    test(`${written}: ${text.slice(0, 20)}`, () => {
      expect(decode(iconv.encode(text, written), 'a.txt', null)).toEqual({ text, encoding: read, doubts: [] });
    });
});

describe('a byte-order mark decides, and only it goes', () => {
  const cases = [
    [[0xef, 0xbb, 0xbf], 'utf-8'],
    [[0xff, 0xfe], 'utf-16le'],
    [[0xfe, 0xff], 'utf-16be'],
    [[0xff, 0xfe, 0, 0], 'utf-32le'],
  ] as const;
  for (const [mark, encoding] of cases)
    test(encoding, () => {
      const bytes = Buffer.concat([Buffer.from(mark), iconv.encode(` ${PRINTED}`, encoding)]);
      expect(decode(bytes, 'a.txt', null)).toEqual({ text: ` ${PRINTED}`, encoding, doubts: [] });
      const against = decode(bytes, 'a.txt', 'windows-1252');
      expect(against.text).toBe(` ${PRINTED}`);
      expect(against.doubts.map(({ rule }) => rule)).toEqual(['encoding-mark-beats-given']);
    });
});

describe('an encoding that someone states', () => {
  test('is obeyed where several would do', () => {
    const bytes = iconv.encode('État', 'macintosh');
    expect(decode(bytes, 'a.txt', 'x-mac-roman')).toEqual({ text: 'État', encoding: 'macintosh', doubts: [] });
  });
  test('has the euro where Apple put it', () => {
    expect(decode(Uint8Array.of(0x31, 0x20, 0xdb), 'a.txt', 'macintosh').text).toBe('1 €');
  });
  test('in the page counts like one given', () => {
    const page = (charset: string) => `<!doctype html><meta charset="${charset}"><p>été</p>`;
    expect(decode(iconv.encode(page('iso-8859-15'), 'iso-8859-15'), 'a.html', null).encoding).toBe('iso-8859-15');
    expect(decode(Buffer.from(page('utf-16')), 'a.html', null).encoding).toBe('utf-8');
  });
  test('does not turn UTF-8 to « Ã© »', () => {
    for (const given of ['latin1', 'utf-16le']) {
      const { text, encoding, doubts } = decode(Buffer.from('Un été\n'), 'a.txt', given);
      expect({ text, encoding, rules: doubts.map(({ rule }) => rule) }).toEqual({
        text: 'Un été\n',
        encoding: 'utf-8',
        rules: ['encoding-is-utf-8'],
      });
    }
  });
  test('that breaks says where, and the way out', () => {
    const bytes = iconv.encode('Un été de 1 500 €', 'windows-1252');
    const { code, message } = problem(() => decode(bytes, 'a.txt', 'utf-8'));
    expect(code).toBe('intake/broken-encoding');
    expect(message).toContain('at byte 3 stands 0xE9 0x74');
    expect(message).toContain('--encoding');
    const page = iconv.encode('<!doctype html><meta charset="utf-8"><p>été</p>', 'windows-1252');
    expect(problem(() => decode(page, 'a.html', null)).code).toBe('intake/broken-encoding');
  });
  test('in UTF-16 with half a character is broken there', () => {
    expect(problem(() => decode(Buffer.from('a\0b\0c', 'latin1'), 'a.txt', 'utf-16le')).message).toContain('at byte 4');
    expect(problem(() => decode(iconv.encode('ab\ud800c', 'utf-16le'), 'a.txt', 'utf-16le')).message).toContain(
      'at byte 4',
    );
  });
  test('that nobody knows is a Problem', () => {
    for (const label of ['ansi', 'utf-7', 'base64', 'hex', ''])
      expect(problem(() => decode(Buffer.from('a'), 'a.txt', label)).code).toBe('intake/unknown-encoding');
  });
});

describe('a guess between encodings that read other words is a Doubt', () => {
  const cases = [
    ['Le cœur du débat', 'iso-8859-15', 'windows-1252'],
    ['CAFÉ', 'windows-1252', 'macintosh'],
  ] as const;
  for (const [text, written, rival] of cases)
    test(text, () => {
      const decoded = decode(iconv.encode(text, written), 'a.txt', null);
      expect(decoded).toMatchObject({ text, encoding: written, doubts: [{ rule: 'encoding-guessed' }] });
      expect(decoded.doubts[0]!.message.en).toContain(`--encoding ${rival}`);
    });
});

describe('bytes that make no text', () => {
  test('a control character of damage in UTF-8 is shown, and taken only when the user insists', () => {
    const bytes = Buffer.from('L\u0092armée');
    const { code, message } = problem(() => decode(bytes, 'a.txt', null));
    expect(code).toBe('intake/unclear-encoding');
    expect(message).toContain('at byte 1 stands 0xC2 0x92');
    expect(message).toContain('--encoding utf-8');
    expect(decode(bytes, 'a.txt', 'utf-8').text).toBe('L\u0092armée');
  });
  test('a replacement character that was there before is damage too', () => {
    expect(problem(() => decode(Buffer.from('L\ufffdarmée'), 'a.txt', null)).code).toBe('intake/unclear-encoding');
  });
  test('UTF-8 with a stray byte is not guessed to be something else', () => {
    const bytes = Buffer.concat([Buffer.from(PRINTED.repeat(5)), Uint8Array.of(0xe9), Buffer.from(PRINTED)]);
    const { code, message } = problem(() => decode(bytes, 'a.txt', null));
    expect(code).toBe('intake/mixed-encoding');
    expect(message).toContain(`at byte ${Buffer.byteLength(PRINTED.repeat(5))} `);
  });
  test('zero bytes are binary', () => {
    expect(problem(() => decode(Buffer.from('abc\0def'), 'a.txt', null)).code).toBe('intake/binary');
    expect(problem(() => decode(Buffer.from('abc\0def'), 'a.txt', 'windows-1252')).code).toBe('intake/binary');
  });
});

test('labels mean what WHATWG says', () => {
  const cases = [
    ['UTF8', 'utf-8'],
    [' Latin1 ', 'windows-1252'],
    ['ascii', 'windows-1252'],
    ['l9', 'iso-8859-15'],
    ['cp850', 'ibm850'],
    ['klingon', null],
  ] as const;
  for (const [label, name] of cases) expect(encodingNamed(label), label).toBe(name);
});

test('what is decoded encodes back to the same bytes', () => {
  const encodings = fc.constantFrom('utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'iso-8859-15');
  fc.assert(
    fc.property(encodings, fc.uint8Array({ minLength: 1 }), (encoding, bytes) => {
      let decoded: ReturnType<typeof decode>;
      try {
        decoded = decode(bytes, 'a.txt', encoding);
      } catch (error) {
        expect(error).toBeInstanceOf(Problem);
        return;
      }
      const marked = decoded.text.length < new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes).length;
      const back = iconv.encode(decoded.text, decoded.encoding);
      expect(
        Buffer.from(bytes)
          .subarray(bytes.length - back.length)
          .equals(back) || marked,
      ).toBe(true);
    }),
  );
});
