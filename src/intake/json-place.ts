/** Line and column, both from 1, of an index of a text. */
export function placeOf(text: string, index: number): { line: number; column: number } {
  const before = text.slice(0, index).split(/\r\n|\r|\n/);
  return { line: before.length, column: before.at(-1)!.length + 1 };
}

const STRING = /"(?:[^"\\\0-\x1f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const SCALAR = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/y;
const SPACE = /[ \t\r\n]*/y;

/**
 * The index of the first character that cannot stand where it does, in a text that `JSON.parse` refuses; its length where
 * the text ends too soon. The messages of `JSON.parse` give a place for some errors only, and differ between versions of Node.
 */
export function whereJsonBreaks(text: string): number {
  const open: ('{' | '[')[] = [];
  // What may come: a value, a key, the colon behind it, or what follows a value.
  let expect: 'value' | 'first-value' | 'key' | 'first-key' | 'colon' | 'after' = 'value';
  let at = 0;
  const eat = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match) at += match[0].length;
    return match !== null;
  };
  for (;;) {
    eat(SPACE);
    const char = text[at];
    if (char === undefined) return text.length;
    if (expect === 'colon') {
      if (char !== ':') return at;
      at++;
      expect = 'value';
    } else if (expect === 'key' || expect === 'first-key') {
      if (char === '}' && expect === 'first-key') {
        open.pop();
        at++;
        expect = 'after';
      } else if (eat(STRING)) expect = 'colon';
      else return at;
    } else if (expect === 'after') {
      const inside = open.at(-1);
      if (char === ',' && inside !== undefined) expect = inside === '{' ? 'key' : 'value';
      else if (inside !== undefined && char === (inside === '{' ? '}' : ']')) open.pop();
      else return at;
      at++;
    } else if (char === '{' || char === '[') {
      open.push(char);
      at++;
      expect = char === '{' ? 'first-key' : 'first-value';
    } else if (char === ']' && expect === 'first-value') {
      open.pop();
      at++;
      expect = 'after';
    } else if (eat(STRING) || eat(SCALAR)) expect = 'after';
    else return at;
  }
}
