/** How French news writes a day. One row a form; the first that fits where it stands is taken, so the fuller ones come first. */
export type DayForm = {
  /** Stable: quoted in doubts and noise. */
  readonly name: string;
  /** Groups: weekday, day, month (a name or a number), year. */
  readonly pattern: string;
  /** What is wrong with it as a publication day; null where nothing is. */
  readonly lacks: 'year' | 'century' | null;
  /** Words with the date they give; null where they give none. The tests run all of them. */
  readonly reads: readonly (readonly [words: string, date: string | null])[];
  readonly ignores?: readonly string[];
};

export const MONTHS = [
  'janvier|janv?\\.?',
  'f[ée]vrier|f[ée]vr?\\.?',
  'mars',
  'avril|avr\\.?',
  'mai',
  'juin',
  'juillet|juil\\.?',
  'ao[ûu]t',
  'septembre|sept?\\.?',
  'octobre|oct\\.?',
  'novembre|nov\\.?',
  'd[ée]cembre|d[ée]c\\.?',
] as const;

export const WEEKDAYS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'] as const;

const SPACE = '[ \\t\\u00a0\\u202f]+';
const WEEKDAY = `(?:(?<weekday>${WEEKDAYS.join('|')}),?${SPACE}(?:le${SPACE})?)?`;
const DAY = '(?<day>1er|1ᵉʳ|\\d{1,2})';
const MONTH = `(?<month>${MONTHS.join('|')})`;

export const dayForms: readonly DayForm[] = [
  {
    name: 'iso-day',
    pattern:
      '(?<year>\\d{4})-(?<month>\\d{2})-(?<day>\\d{2})(?:T\\d{2}:\\d{2}(?::\\d{2}(?:[.,]\\d+)?)?(?:Z|[+-]\\d{2}:?\\d{2})?)?',
    lacks: null,
    reads: [
      ['2017-12-07', '2017-12-07'],
      ['2017-12-07T14:05:00+01:00', '2017-12-07'],
      ['2017-02-30', null],
    ],
    ignores: ['2017-12', '12-07-2017'],
  },
  {
    name: 'iso-month',
    pattern: '(?<year>\\d{4})-(?<month>0[1-9]|1[0-2])(?!-?\\d)',
    lacks: null,
    reads: [['2017-12', '2017-12']],
    ignores: ['2017-2018', '2017-13'],
  },
  {
    name: 'year-first',
    pattern: '(?<year>\\d{4})/(?<month>\\d{2})/(?<day>\\d{2})',
    lacks: null,
    reads: [['2017/12/07', '2017-12-07']],
  },
  {
    name: 'long-day',
    pattern: `${WEEKDAY}${DAY}${SPACE}${MONTH}${SPACE}(?<year>\\d{4})`,
    lacks: null,
    reads: [
      ['7 décembre 2017', '2017-12-07'],
      ['jeudi 7 décembre 2017', '2017-12-07'],
      ['Jeudi, le 7 DECEMBRE 2017', '2017-12-07'],
      ['1er août 2018', '2018-08-01'],
      ['12 janv. 2018', '2018-01-12'],
      ['31 février 2018', null],
    ],
    ignores: ['7 décembre', 'décembre 2017', '7 brumaire 2017'],
  },
  {
    name: 'month',
    pattern: `${MONTH}${SPACE}(?<year>\\d{4})`,
    lacks: null,
    reads: [['décembre 2017', '2017-12']],
    ignores: ['décembre', '2017'],
  },
  {
    name: 'numeric-day',
    pattern: `${WEEKDAY}(?<day>\\d{1,2})(?<sign>[/.-])(?<month>\\d{1,2})\\k<sign>(?<year>\\d{4})`,
    lacks: null,
    reads: [
      ['07/12/2017', '2017-12-07'],
      ['jeudi 07/12/2017', '2017-12-07'],
      ['7.12.2017', '2017-12-07'],
      ['31/02/2018', null],
    ],
    ignores: ['07/12-2017', '07/12/17'],
  },
  {
    name: 'numeric-short-year',
    pattern: `${WEEKDAY}(?<day>\\d{1,2})(?<sign>[/.-])(?<month>\\d{1,2})\\k<sign>(?<year>\\d{2})(?![/.:h-]?\\d)`,
    lacks: 'century',
    reads: [['07/12/17', null]],
    ignores: ['07/12/2017'],
  },
  {
    name: 'long-short-year',
    pattern: `${WEEKDAY}${DAY}${SPACE}${MONTH}${SPACE}(?<year>\\d{2})(?!\\d|[ \\u00a0]?[h:])`,
    lacks: 'century',
    reads: [['7 décembre 17', null]],
    ignores: ['7 décembre 2017', '7 décembre 17h30', '7 décembre 17:30'],
  },
  {
    name: 'day-without-year',
    pattern: `${WEEKDAY}${DAY}${SPACE}${MONTH}`,
    lacks: 'year',
    reads: [
      ['7 décembre', null],
      ['jeudi 7 déc.', null],
    ],
    ignores: ['décembre', '77 lieux'],
  },
];
