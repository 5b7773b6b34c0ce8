import { isDay } from '../core/index.ts';
import type { FigureKind } from './ask-figure.ts';

/** A question in words, taken apart: what is asked, of whom or where, and of which day where the words give one. */
export type AskedFreely = {
  readonly kind: 'control' | FigureKind;
  /** The name of the place or party, as it is written. */
  readonly subject: string;
  readonly asOf: string | null;
};

type QuestionRule = {
  readonly name: string;
  readonly kind: AskedFreely['kind'];
  /** Over the whole question, without its question mark; the group `subject` is who or what is asked of. */
  readonly pattern: RegExp;
  readonly reads: readonly (readonly [question: string, subject: string])[];
};

/** How people ask, in French and English. The tests run all examples. */
export const questionRules: readonly QuestionRule[] = [
  {
    name: 'qui-tient',
    kind: 'control',
    pattern:
      /^qui (?:est-ce qui )?(?:tient|tenait|contrôle|contrôlait|controle|controlait|occupe|occupait|détient|détenait) (?<subject>.+)$/iu,
    reads: [
      ['qui tient Boukamal', 'Boukamal'],
      ['Qui contrôlait la ville de Raqqa', 'Raqqa'],
      ["qui occupe l'aérodrome de Hamdane", 'aérodrome de Hamdane'],
    ],
  },
  {
    name: 'aux-mains-de-qui',
    kind: 'control',
    pattern: /^(?:aux mains de qui|sous le contrôle de qui) (?:est|était|se trouve|se trouvait) (?<subject>.+)$/iu,
    reads: [['aux mains de qui est Hajine', 'Hajine']],
  },
  {
    name: 'who-holds',
    kind: 'control',
    pattern: /^who (?:holds|held|controls|controlled|occupies|occupied|has|had) (?<subject>.+)$/iu,
    reads: [
      ['who holds Boukamal', 'Boukamal'],
      ['Who controlled the town of Raqqa', 'Raqqa'],
    ],
  },
  {
    name: 'combien-de-combattants',
    kind: 'strength',
    pattern:
      /^combien (?:de|d['’])\s?(?:combattants|hommes|soldats|djihadistes|jihadistes)(?: (?:a|avait|compte|comptait|ont|reste-t-il à|restait-il à)(?:[ -](?:t-)?(?:il|elle|ils|elles))?| (?:pour|chez)| (?:de|d['’]))? ?(?<subject>.+)$/iu,
    reads: [
      ["combien de combattants a l'EI", 'EI'],
      ['combien d’hommes compte le Hezbollah', 'Hezbollah'],
    ],
  },
  {
    name: 'how-many-fighters',
    kind: 'strength',
    pattern: /^how many (?:fighters|men|soldiers|troops) (?:does|did|do) (?<subject>.+?) have(?: left)?$/iu,
    reads: [
      ['how many fighters does the Islamic State have', 'Islamic State'],
      ['how many men did Hezbollah have left', 'Hezbollah'],
    ],
  },
  {
    name: 'combien-de-morts',
    kind: 'casualties',
    pattern:
      /^combien de (?:morts|tués|blessés|victimes|pertes|prisonniers)(?: (?:parmi|chez|dans les rangs de|pour))? (?<subject>.+)$/iu,
    reads: [
      ['combien de morts parmi les civils', 'civils'],
      ['combien de victimes chez les FDS', 'FDS'],
    ],
  },
  {
    name: 'how-many-killed',
    kind: 'casualties',
    pattern: /^how many (?<subject>.+?) (?:were |have been )?(?:killed|wounded|captured|died)$/iu,
    reads: [['how many civilians were killed', 'civilians']],
  },
  {
    name: 'combien-de-deplaces',
    kind: 'displacement',
    pattern: /^combien de (?<subject>.+?) (?:ont fui|ont été déplacés|sont déplacés|ont été évacués|déplacés)$/iu,
    reads: [['combien de civils ont fui', 'civils']],
  },
  {
    name: 'how-many-displaced',
    kind: 'displacement',
    pattern: /^how many (?<subject>.+?) (?:were |have been |have |are )?(?:displaced|evacuated|fled)$/iu,
    reads: [
      ['how many civilians have fled', 'civilians'],
      ['how many civilians were displaced', 'civilians'],
    ],
  },
];

const ARTICLE = /^(?:les |la |le |l['’]|the |des |du |d['’]|de )/iu;
const TOWN = /^(?:ville|village|localité|province|town|village|city|province) (?:de |d['’]|du |of )/iu;
const MONTHS: Readonly<Record<string, number>> = Object.fromEntries(
  (['fr', 'en'] as const).flatMap((lang) =>
    Array.from({ length: 12 }, (_, month) => [
      new Intl.DateTimeFormat(lang, { month: 'long', timeZone: 'UTC' })
        .format(new Date(Date.UTC(2017, month, 1)))
        .toLowerCase(),
      month + 1,
    ]),
  ),
);
const DAYS: readonly RegExp[] = [
  / (?:le |on |au )?(?<iso>\d{4}-\d{2}-\d{2})$/iu,
  / (?:le |on |au )?(?<day>\d{1,2})(?:er)? (?<month>\p{L}+) (?<year>\d{4})$/iu,
];

/** Takes a question in words apart. Null where no rule reads it. */
export function readQuestion(words: string): AskedFreely | null {
  const { rest, asOf } = withoutDay(
    words
      .trim()
      .replace(/\s*\?+$/u, '')
      .replace(/\s+/gu, ' '),
  );
  for (const { kind, pattern } of questionRules) {
    const subject = pattern.exec(rest)?.groups?.subject?.replace(ARTICLE, '').replace(TOWN, '').trim();
    if (subject) return { kind, subject, asOf };
  }
  return null;
}

function withoutDay(words: string): { readonly rest: string; readonly asOf: string | null } {
  for (const pattern of DAYS) {
    const found = pattern.exec(words);
    if (!found) continue;
    const { iso, day, month, year } = found.groups!;
    const number = month === undefined ? undefined : MONTHS[month.toLowerCase()];
    const asOf = iso ?? (number ? `${year}-${String(number).padStart(2, '0')}-${day!.padStart(2, '0')}` : null);
    if (asOf !== null && isDay(asOf)) return { rest: words.slice(0, found.index), asOf };
  }
  return { rest: words, asOf: null };
}
