import type { Span } from '../../core/index.ts';
import { AGENCY } from '../lists.ts';
import { readDayAt, type StatedDay } from './read-day.ts';

/** What a header or dateline is made of. */
type PieceKind =
  | 'day'
  | 'time'
  | 'published'
  | 'updated'
  | 'the'
  | 'agency'
  | 'byline'
  | 'with'
  | 'reading-time'
  | 'slug'
  | 'place'
  | 'mark';
export type Piece = Span & { readonly kind: PieceKind; readonly words: string; readonly day: StatedDay | null };

type PieceRule = {
  readonly kind: PieceKind;
  /** Runs from where the piece before ended; case counts only where `cased`. */
  readonly pattern: string;
  readonly cased: boolean;
  readonly reads: readonly string[];
  readonly ignores?: readonly string[];
};

// No part holds the signs that join parts, so that there is one way only to cut « A-B-C ».
const PART = "\\p{Lu}[\\p{L}'’.]*";
const JOIN = "(?:de|du|des|la|le|les|el|al|ez|es|ben|bin|ibn|abou|van|von|der|den|di|da|dos|y|e|sur|en|lès|aux|d['’])";
const NAME = `${PART}(?:[ \\u00a0-](?:${JOIN}[ \\u00a0-]?){0,3}${PART}){0,5}`;

/** One row a kind of piece; the first that fits is taken. */
export const pieceRules: readonly PieceRule[] = [
  {
    kind: 'updated',
    pattern:
      '(?:et\\s+)?(?:(?:dernière\\s+)?mise?\\s+à\\s+jour|modifiée?|actualisée?|corrigée?|dernière\\s+(?:modification|actualisation)|m[aà]j)(?:\\s*:)?(?:\\s+(?:le|du|à))?(?:\\s*:)?',
    cased: false,
    reads: ['Mis à jour le', 'mise à jour :', 'Dernière mise à jour', 'modifié le', 'MAJ'],
    ignores: ['mis à mort'],
  },
  {
    kind: 'published',
    pattern:
      '(?:(?:article|dépêche|communiqué|première)\\s+)?(?:publiée?|publication|postée?|diffusée?|parue?|mise?\\s+en\\s+ligne|rédigée?|créée?|date(?:\\s+de\\s+(?:publication|parution|mise\\s+en\\s+ligne))?|(?:dépêche|communiqué|article|édition|bulletin)\\s+du)(?:\\s*:)?(?:\\s+(?:le|la|en))?(?:\\s*:)?',
    cased: false,
    reads: ['Publié le', 'publiée le', 'Publié le :', 'date', 'Date de publication :', 'Mis en ligne le', 'Dépêche du'],
    ignores: ['publier', 'dates'],
  },
  { kind: 'the', pattern: 'le', cased: false, reads: ['le'], ignores: ['les'] },
  {
    kind: 'reading-time',
    pattern: '(?:temps\\s+de\\s+)?lecture\\s*:?\\s*\\d+\\s*min(?:utes?|\\.)?',
    cased: false,
    reads: ['Temps de lecture : 3 min', 'lecture 2 minutes'],
  },
  {
    kind: 'time',
    pattern:
      '(?:à\\s+)?(?:[01]?\\d|2[0-4])\\s?(?:h|heures?|:)\\s?(?:[0-5]\\d)?(?:(?::|min\\s?)[0-5]\\d)?(?:\\s?min)?(?:\\s*\\(?(?:GMT|UTC|TU|CES?T|heures?\\s+(?:de\\s+Paris|locales?|françaises?))(?:\\s?[+-]\\d{1,2}(?::?\\d{2})?)?\\)?)?',
    cased: false,
    reads: ['18h20', 'à 18h20', '14:05', '14:05:09', '18 h', '14h05 GMT', '12h00 (heure de Paris)'],
    ignores: ['14', '25h10', '3 hommes'],
  },
  {
    kind: 'agency',
    pattern: `(?:avec\\s+|source\\s*:\\s*|par\\s+(?:l['’])?)?(?:${AGENCY}|\\((?:avec )?${AGENCY}\\))`,
    cased: true,
    reads: ['AFP', 'Agence France-Presse', '(Reuters)', '(avec AFP)'],
    ignores: ['AFPA', 'reuters'],
  },
  {
    kind: 'byline',
    pattern: `[Pp](?:ar|AR)\\s+${NAME}`,
    cased: true,
    reads: ['Par Odile Ferrand', 'Par Jean-Yves de La Combe'],
    ignores: ['Par ailleurs', 'Partout'],
  },
  {
    kind: 'byline',
    pattern: `(?:[Dd]e\\s+|[Pp]ar\\s+)?(?:nos?|notre)\\s+(?:correspondante?s?|envoyée?s?\\s+spéciale?s?|envoyés\\s+spéciaux)(?:\\s+(?:à|au|en|dans)\\s+${NAME})?`,
    cased: true,
    reads: ['de notre correspondant', 'De notre envoyée spéciale à Erbil', 'nos envoyés spéciaux'],
    ignores: ['de notre correspondance', 'correspondant'],
  },
  {
    kind: 'slug',
    // The number and desk that a wire puts on its dispatches.
    pattern: '\\p{Lu}{1,6}\\d{2,6}',
    cased: true,
    reads: ['AM1042'],
    ignores: ['F1', 'am1042'],
  },
  {
    kind: 'with',
    pattern: '(?:avec|et|Avec|par|source|(?:à|au|en|depuis)(?=[ \\u00a0]\\p{Lu}))',
    cased: true,
    reads: ['avec', 'et'],
    ignores: ['avecque', 'à vendre'],
  },
  {
    kind: 'place',
    // « France 24 » before a bar is an outlet; elsewhere the number may open a date. In brackets anything may stand.
    pattern: `${NAME}(?: \\d{1,3}(?=\\s*[|•·]))?|\\([^()\\d]{2,40}\\)`,
    cased: true,
    reads: ['Moscou', 'Deir ez-Zor', 'NATIONS UNIES', 'Boulogne-sur-Mer', 'Al-Hassaké', '(Nations unies)'],
    ignores: ['moscou', '12'],
  },
];

const MARK = /[|•·/,:;()[\]>.–—-]+/uy;

const compiled = pieceRules.map(({ kind, pattern, cased }) => ({
  kind,
  pattern: new RegExp(`(?:${pattern})(?![\\p{L}\\p{N}])`, cased ? 'uy' : 'iuy'),
}));

/** No header is longer: what follows is not looked at. */
const LONGEST = 200;

/** The pieces from an index on, until something that is none, or the end of the stretch. */
export function readPieces(text: string, { start, end }: Span): Piece[] {
  const line = text.slice(start, Math.min(end, start + LONGEST));
  const found: Piece[] = [];
  let at = skipSpaces(line, 0);
  while (at < line.length) {
    const piece = pieceAt(line, at);
    if (piece === null) break;
    found.push({ ...moved(piece, start), words: line.slice(piece.start, piece.end) });
    at = skipSpaces(line, piece.end);
  }
  return found;
}

function pieceAt(line: string, at: number): Omit<Piece, 'words'> | null {
  const day = readDayAt(line, at);
  if (day) return { kind: 'day', start: at, end: day.end, day };
  for (const { kind, pattern } of compiled) {
    pattern.lastIndex = at;
    const match = pattern.exec(line);
    if (match) return { kind, start: at, end: at + match[0].trimEnd().length, day: null };
  }
  MARK.lastIndex = at;
  const mark = MARK.exec(line);
  return mark ? { kind: 'mark', start: at, end: at + mark[0].length, day: null } : null;
}

/** A piece of a line as a piece of the text. */
function moved(piece: Omit<Piece, 'words'>, by: number): Omit<Piece, 'words'> {
  const { day } = piece;
  return {
    ...piece,
    start: piece.start + by,
    end: piece.end + by,
    day: day && { ...day, start: day.start + by, end: day.end + by },
  };
}

function skipSpaces(line: string, at: number): number {
  let next = at;
  while (next < line.length && /\s/u.test(line[next]!)) next++;
  return next;
}
