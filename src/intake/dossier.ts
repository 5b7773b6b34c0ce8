import { z } from 'zod';
import { type Bilingual, type Doubt, isDate, Problem } from '../core/index.ts';
import { decode } from './encoding/decode.ts';
import { encodingNamed } from './encoding/names.ts';
import { placeOf, whereJsonBreaks } from './json-place.ts';
import { languageTag } from './language.ts';
import {
  badAddress,
  badDate,
  dossierEntry,
  dossierJson,
  dossierShape,
  leadsOut,
  namedTwice,
  unknownEncoding,
} from './problems.ts';

/** The name of the file that says of a folder what its texts do not. */
export const DOSSIER_FILE = 'dossier.json';

/** One dispatch as `dossier.json` lists it. */
export type DossierEntry = {
  /** Path inside the folder, parts joined by `/`, without `.` or `..`. */
  readonly file: string;
  /** What is left out, or null, is read from the dispatch where it can be. */
  readonly published: string | null;
  readonly publisher: string | null;
  readonly url: string | null;
  readonly title: string | null;
  readonly language: string | null;
  readonly encoding: string | null;
  readonly exercise: boolean;
};

export type DossierFile = {
  readonly title: string;
  /** In the order of the file. Of a wrong entry, the trouble with it and its number from 1. */
  readonly entries: readonly (DossierEntry | { readonly number: number; readonly problem: Problem })[];
  /** What the file says that nobody asks for. */
  readonly notices: readonly Doubt[];
};

const given = z.string().min(1).nullish();
const entrySchema = z.object({
  file: z.string().min(1),
  published: given.refine((date) => date == null || isDate(date)),
  publisher: given,
  url: given.refine((url) => url == null || URL.canParse(url)),
  title: given,
  language: given,
  encoding: given.refine((label) => label == null || encodingNamed(label) !== null),
  exercise: z.boolean().optional(),
});
const dossierSchema = z.object({ title: z.string().trim().min(1), dispatches: z.array(z.unknown()) });

/**
 * Reads a `dossier.json`. A wrong entry spoils no other.
 *
 * @param path what messages call the file
 * @throws Problem `intake/dossier-json`, `intake/dossier-shape`, or one of `decode`, where the file as a whole is wrong
 */
export function readDossier(bytes: Uint8Array, path: string): DossierFile {
  const json = parseJson(decode(bytes, path, null).text, path);
  const whole = dossierSchema.safeParse(json);
  if (!whole.success) {
    const field = whole.error.issues[0]!.path.join('.') || 'le fichier / the file';
    throw dossierShape(path, field, shown(valueAt(json, whole.error.issues[0]!.path)));
  }
  const notices = unknownKeys(json, dossierSchema.shape, path, null);
  const entries: DossierFile['entries'][number][] = [];
  const seen = new Set<string>();
  for (const [i, value] of whole.data.dispatches.entries()) {
    try {
      const entry = readEntry(value, path, i + 1);
      if (seen.has(entry.file)) throw namedTwice(`${path}, ${JSON.stringify(entry.file)}`);
      seen.add(entry.file);
      notices.push(...unknownKeys(value, entrySchema.shape, path, entry.file));
      entries.push(entry);
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      entries.push({ number: i + 1, problem });
    }
  }
  return { title: whole.data.title, entries, notices };
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const index = whereJsonBreaks(text);
    const { line, column } = placeOf(text, index);
    const char = text.slice(index, index + 1);
    throw dossierJson(path, line, column, char === '' ? '' : JSON.stringify(char));
  }
}

function readEntry(value: unknown, path: string, number: number): DossierEntry {
  const parsed = entrySchema.safeParse(value);
  if (!parsed.success) {
    const field = parsed.error.issues[0]!.path;
    throw entryProblem(path, number, String(field[0] ?? ''), valueAt(value, field));
  }
  const { file, published, publisher, url, title, language, encoding, exercise } = parsed.data;
  const why = waysOut(file);
  if (why) throw leadsOut(path, file, why);
  return {
    file: file
      .split(/[\\/]+/)
      .filter((part) => part !== '' && part !== '.')
      .join('/'),
    published: published ?? null,
    publisher: publisher ?? null,
    url: url ?? null,
    title: title ?? null,
    language: language == null ? null : languageTag(language),
    encoding: encoding ?? null,
    exercise: exercise ?? false,
  };
}

/** The trouble with one field, in the words of the same trouble on the command line where there is one. */
function entryProblem(path: string, number: number, field: string, seen: unknown): Problem {
  const entry = `dispatches[${number - 1}]`;
  const known =
    typeof seen !== 'string' || seen === ''
      ? null
      : field === 'published'
        ? badDate(seen)
        : field === 'url'
          ? badAddress(seen)
          : field === 'encoding'
            ? unknownEncoding(seen)
            : null;
  if (known) return dossierEntry(path, `${entry}.${field}`, known.words);
  const words: Bilingual = {
    fr: `${field || "l'entrée"} vaut ${shown(seen)}. Forme reçue : {"file": "01.txt", "published": "2017-12-27", "publisher": "…"}.`,
    en: `${field || 'the entry'} is ${shown(seen)}. Shape accepted: {"file": "01.txt", "published": "2017-12-27", "publisher": "…"}.`,
  };
  return dossierEntry(path, entry, words);
}

/** Why a path of `dossier.json` may lead out of its folder; null where it cannot. Windows paths are refused everywhere. */
function waysOut(file: string): Bilingual | null {
  if (/^[a-z]:/iu.test(file)) return { fr: 'lecteur de Windows', en: 'a drive of Windows' };
  if (/^[\\/]{2}/u.test(file)) return { fr: 'chemin de réseau', en: 'a network path' };
  if (/^[\\/]/u.test(file)) return { fr: 'chemin absolu', en: 'an absolute path' };
  if (file.split(/[\\/]/).includes('..')) return { fr: '« .. »', en: '“..”' };
  if (file.includes('\0')) return { fr: 'caractère nul', en: 'a null character' };
  return null;
}

function unknownKeys(value: unknown, shape: object, path: string, file: string | null): Doubt[] {
  const keys = Object.keys(value as object).filter((key) => !(key in shape));
  if (keys.length === 0) return [];
  const where = file === null ? path : `${path}, ${file}`;
  return [
    {
      span: null,
      rule: 'dossier-unknown-key',
      message: {
        fr: `${where} : ${keys.map(shown).join(', ')} n'est pas connu et ne compte pas. Champs connus : ${Object.keys(shape).join(', ')}.`,
        en: `${where}: ${keys.map(shown).join(', ')} is unknown and does not count. Known fields: ${Object.keys(shape).join(', ')}.`,
      },
    },
  ];
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((inner, key) => (inner as Record<PropertyKey, unknown> | undefined)?.[key], value);
}

/** A value as a message shows it: short, on one line. */
function shown(value: unknown): string {
  if (value === undefined) return 'absent';
  const json = JSON.stringify(value);
  return json.length > 60 ? `${json.slice(0, 60)}…` : json;
}
