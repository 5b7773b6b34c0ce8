import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A line of `cases/fragments`: a text with what its author found in it, by its words. */
type Fragment = {
  readonly text: string;
  readonly published?: string;
  readonly statements?: readonly {
    readonly content: readonly string[];
    readonly cue: string | null;
    readonly source: string | null;
    readonly name: string | null;
    readonly anonymous: boolean;
    readonly act: string;
    readonly optional?: boolean;
  }[];
  readonly claims?: readonly {
    readonly type: string;
    readonly text: string;
    readonly statement?: number | null;
    readonly actor: readonly string[];
    readonly target: readonly string[];
    readonly place: readonly string[];
    readonly quantity: unknown;
    readonly time: string | null;
    readonly polarity: string;
    readonly modality: string;
    readonly optional?: boolean;
  }[];
};

type Mention = { readonly start: number; readonly end: number; readonly text: string };

/**
 * Writes the fragments of a file as dispatches, `NAME-000.txt` and on with a `dossier.json` that gives their days, and their gold
 * as the scorer reads it. Words that stand twice in a text are those nearest to what is said. An Error names a fragment whose
 * words do not stand in its text.
 */
export function writeFragments(file: string, name: string, texts: string, gold: string): void {
  const fragments = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Fragment);
  const dispatches: { file: string; published: string }[] = [];
  fragments.forEach((fragment, i) => {
    const document = `${name}-${String(i).padStart(3, '0')}.txt`;
    writeFileSync(join(texts, document), fragment.text);
    if (fragment.published) dispatches.push({ file: document, published: fragment.published });
    writeFileSync(join(gold, document.replace('.txt', '.gold.json')), JSON.stringify(goldOf(fragment, document)));
  });
  writeFileSync(join(texts, 'dossier.json'), JSON.stringify({ title: name, dispatches }));
}

function goldOf({ text, published, statements = [], claims = [] }: Fragment, document: string): unknown {
  const mention = (words: string, near = 0): Mention => {
    const places = [...text.matchAll(new RegExp(words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'gu'))].map(
      ({ index }) => index,
    );
    if (places.length === 0) throw new Error(`${document}: « ${words} » does not stand in its text`);
    const start = places.reduce((best, place) => (Math.abs(place - near) < Math.abs(best - near) ? place : best));
    return { start, end: start + words.length, text: words };
  };
  return {
    document,
    published: published ?? null,
    publishedInText: null,
    noise: [],
    statements: statements.map(({ content, cue, source, name, anonymous, act, optional = false }, i) => {
      const said = content.map((words) => mention(words));
      const near = said[0]!.start;
      return {
        id: `s${i + 1}`,
        content: said,
        cue: cue === null ? null : mention(cue, near),
        source: source === null ? null : mention(source, near),
        name,
        organisation: null,
        role: null,
        anonymous,
        via: null,
        mode: 'indirect',
        act,
        said: null,
        optional,
      };
    }),
    claims: claims.map(({ text: words, statement, place, optional = false, ...slots }, i) => ({
      id: `c${i + 1}`,
      ...slots,
      ...mention(words),
      statement: statement === undefined || statement === null ? null : `s${statement + 1}`,
      place: place.map((one) => ({ name: one })),
      optional,
    })),
  };
}
