import type { When } from '../../core/index.ts';
import { readNumeral } from '../quantities/numbers.ts';
import {
  dayOf,
  easter,
  fullDay,
  isoWeek,
  MONTHS,
  monthNumber,
  moved,
  movedMonth,
  nthWeekday,
  WEEKDAYS,
  weekday,
  weekdayNumber,
  writtenYear,
  yearFor,
} from './calendar.ts';
import type { Groups, TimeContext, TimeRule, Timex, TimexMod } from './time.ts';

const MONTH = `(?:${MONTHS.join('|')}|fevrier|aout|decembre|janv\\.|févr\\.|sept\\.|oct\\.|nov\\.|déc\\.)`;
const DAY = `(?:${WEEKDAYS.join('|')})`;
const WORD =
  '(?:une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|vingts|trente|quarante|cinquante|soixante|cent|mille)';
const NUMBER = `(?:\\d{1,4}(?:[.,]\\d+)?|(?:${WORD}(?:-et-|[ -]|(?= ))?)*${WORD}|une (?:dizaine|douzaine|quinzaine|vingtaine|trentaine|quarantaine|cinquantaine|centaine) d['’e]s?)`;
const UNIT =
  '(?:secondes?|minutes?|heures?|jours?|journées?|nuits?|semaines?|week-ends?|quinzaines?|trimestres?|mois|semestres?|ans?|années?|décennies?|siècles?)';
const SEVERAL =
  "(?:quelques|plusieurs|(?<=(?<!\\p{L})(?:depuis|pendant|durant|après|dure|prendra|faudra|à) )des|de nombreux|de nombreuses|de longs|de longues|plus d['’]une?|deux ou trois|trois ou quatre)";
const ABOUT =
  "(?:environ|quelque|près de |près d['’]|plus de |plus d['’]|moins de |moins d['’]|au moins|au plus|au maximum|à peine|presque|à peu près|pas moins de )";
const EDGE = '(?:tout début|début|milieu|mi|fin|toute fin)';
/** « 3 mars 98 »: two figures, the century left out, as a year of the last hundred. */
const SHORT_YEAR = '(?:\\d{4}|\\d{2}(?! ?(?:h|%|heures)))';
const NAMED_DAY = `(?:${DAY},? )?`;
const FIRST_TO_31 = '(?:1er|[12]\\d|3[01]|0?[1-9])';

const date = (value: string | null | undefined, mod: TimexMod | null = null): Timex | undefined =>
  value === undefined ? undefined : { type: 'DATE', value, mod };
const time = (value: string | null | undefined, mod: TimexMod | null = null): Timex | undefined =>
  value === undefined ? undefined : { type: 'TIME', value, mod };
const span = (value: string, mod: TimexMod | null = null): Timex => ({ type: 'DURATION', value, mod });
const set = (value: string): Timex => ({ type: 'SET', value, mod: null });

const pad = (number: number): string => String(number).padStart(2, '0');

function count(words: string): number {
  const plain = words
    .toLowerCase()
    .replace(/ d['’e]s?$/, '')
    .trim();
  if (plain === 'un' || plain === 'une') return 1;
  return readNumeral(plain.split(' '), 0)?.value ?? Number(plain.replace(',', '.'));
}

/** A year as written: « 98 » is 1998, « 02 » 2002. */
function fullYear(year: string): number {
  const number = Number(year);
  return year.length === 4 ? number : number > 40 ? 1900 + number : 2000 + number;
}

const month = (words: string): number =>
  words.endsWith('.')
    ? MONTHS.findIndex((name) => name.startsWith(words.slice(0, 3).toLowerCase())) + 1
    : monthNumber(words);

function edge(words: string | undefined): TimexMod | null {
  if (!words) return null;
  if (/début/i.test(words)) return 'START';
  return /fin/i.test(words) ? 'END' : 'MID';
}

function about(words: string | undefined): TimexMod | null {
  if (!words) return null;
  if (/^plus/i.test(words)) return 'MORE_THAN';
  if (/^moins/i.test(words)) return 'LESS_THAN';
  if (/^(?:au moins|pas moins)/i.test(words)) return 'EQUAL_OR_MORE';
  return /^au (?:plus|max)/i.test(words) ? 'EQUAL_OR_LESS' : 'APPROX';
}

/** Letters of TimeML for parts of a day. */
function partOf(words: string | undefined): string {
  const part = (words ?? '').toLowerCase();
  if (/après-midi/.test(part)) return 'TAF';
  if (/matin|aube/.test(part)) return 'TMO';
  if (/soir/.test(part)) return 'TEV';
  if (/nuit/.test(part)) return 'TNI';
  return /midi/.test(part) ? 'T12:00' : '';
}

/** A day, or a part of it where the words name one. */
function dayPart(
  day: string | null | undefined,
  part: string | undefined,
  mod: TimexMod | null = null,
): Timex | undefined {
  const letters = partOf(part);
  if (!letters || !day) return letters ? time(day, mod) : date(day, mod);
  return time(day + letters, mod);
}

/** The value of so many of a unit: P3M, PT24H; a vague number is X. */
function duration(n: number | 'X', unit: string): string {
  const word = unit.toLowerCase();
  const value = (factor: number): string => (n === 'X' ? 'X' : String(n * factor));
  if (/^sec/.test(word)) return `PT${value(1)}S`;
  if (/^min/.test(word)) return `PT${value(1)}M`;
  if (/^heure/.test(word)) return `PT${value(1)}H`;
  if (/^jour/.test(word)) return `P${value(1)}D`;
  if (/^nuit/.test(word)) return `P${value(1)}D`;
  if (/^sem.*ine|^week/.test(word)) return `P${value(1)}W`;
  if (/^quinz/.test(word)) return `P${value(2)}W`;
  if (/^trim/.test(word)) return `P${value(3)}M`;
  if (/^mois/.test(word)) return `P${value(1)}M`;
  if (/^semes/.test(word)) return `P${value(6)}M`;
  if (/^déc/.test(word)) return `P${value(10)}Y`;
  if (/^siè/.test(word)) return `P${value(100)}Y`;
  return `P${value(1)}Y`;
}

/** The written day less (or plus) so many of a unit, no more exact than the unit. */
export function away(n: number, unit: string, writtenOn: When | null): When | null {
  if (/^(?:jour|nuit)/i.test(unit)) return moved(writtenOn, { days: n });
  if (/^semaine|^week/i.test(unit)) return moved(writtenOn, { weeks: n });
  if (/^quinz/i.test(unit)) return moved(writtenOn, { weeks: 2 * n });
  if (/^mois/i.test(unit)) return movedMonth(writtenOn, n);
  if (/^trim|^semes/i.test(unit)) return movedMonth(writtenOn, (/^trim/i.test(unit) ? 3 : 6) * n);
  if (/^(?:heure|minute|seconde)/i.test(unit))
    return moved(writtenOn, { days: Math.trunc(/^heure/i.test(unit) ? n / 24 : 0) });
  const year = writtenYear(writtenOn);
  const years = /^déc/i.test(unit) ? 10 : /^siè/i.test(unit) ? 100 : 1;
  return year === null ? null : String(year + years * n);
}

/** The year of a month or day without one: told by « dernier » or « prochain », by the verbs, else the likeliest. */
function yearOf(number: number, day: number, tail: string | undefined, context: TimeContext): number | null {
  const { writtenOn, looks } = context;
  const likely = yearFor(writtenOn, number, day);
  if (likely === null) return null;
  const here = writtenOn!.slice(0, 10);
  const that = `${likely}-${pad(number)}-${pad(day)}`.slice(0, here.length);
  if (/^dernier|^passé/i.test(tail ?? '')) return that > here ? likely - 1 : likely;
  if (/^prochain/i.test(tail ?? '')) return that < here ? likely + 1 : likely;
  // Only what lies close by is turned round: « sera jugé le 3 mai » in June of the same year is a slip of the parse.
  if (looks === 'ahead' && that < here && writtenOn!.length === 10) return likely + 1;
  return likely;
}

function dayInYear(groups: Groups, context: TimeContext): string | null | undefined {
  const number = month(groups.month!);
  const day = Number.parseInt(groups.day!, 10);
  if (dayOf(2000, number, day) === undefined) return undefined; // no such day in any year: 2000 had a 29 February
  if (groups.year) return dayOf(fullYear(groups.year), number, day);
  const year = yearOf(number, Math.min(day, 28), groups.tail, context);
  return year === null ? null : dayOf(year, number, day);
}

function monthInYear(
  words: string,
  tail: string | undefined,
  year: string | undefined,
  context: TimeContext,
): string | null {
  const number = month(words);
  const which = year ? fullYear(year) : yearOf(number, 1, tail, context);
  return which === null ? null : `${which}-${pad(number)}`;
}

const SEASONS: Readonly<Record<string, string>> = { printemps: 'SP', été: 'SU', eté: 'SU', automne: 'FA', hiver: 'WI' };

/** The last such season up to the written day; its year is the one in which it begins. */
function season(
  name: string,
  tail: string | undefined,
  year: string | undefined,
  { writtenOn, looks }: TimeContext,
): string | null {
  const letters = SEASONS[name.toLowerCase()]!;
  if (year) return `${year}-${letters}`;
  const written = writtenYear(writtenOn);
  if (written === null) return null;
  const starts = { SP: 3, SU: 6, FA: 9, WI: 12 }[letters]!;
  const begun = Number(writtenOn!.slice(5, 7) || 12) >= starts;
  if (/^prochain/i.test(tail ?? '')) return `${begun ? written + 1 : written}-${letters}`;
  if (/^dernier|^passé/i.test(tail ?? '')) return `${begun ? written : written - 1}-${letters}`;
  return `${begun || looks !== 'back' ? written : written - 1}-${letters}`;
}

const NUMERALS: Readonly<Record<string, number>> = {
  premier: 1,
  première: 1,
  second: 2,
  seconde: 2,
  deuxième: 2,
  troisième: 3,
  quatrième: 4,
  dernier: 4,
};

const ROMAN: Readonly<Record<string, number>> = { XVI: 16, XVII: 17, XVIII: 18, XIX: 19, XX: 20, XXI: 21 };

/** Feasts of a fixed day, month and day, and those counted from Easter. */
const FEASTS: Readonly<Record<string, string | number>> = {
  noël: '12-25',
  toussaint: '11-01',
  assomption: '08-15',
  épiphanie: '01-06',
  'saint-sylvestre': '12-31',
  'jour de l’an': '01-01',
  '14-juillet': '07-14',
  'fête nationale': '07-14',
  'fête du travail': '05-01',
  'vendredi saint': -2,
  pâques: 0,
  'lundi de pâques': 1,
  ascension: 39,
  pentecôte: 49,
  'lundi de pentecôte': 50,
};

function feast(name: string, year: string | undefined, context: TimeContext): string | null | undefined {
  const key = name.toLowerCase().replace("'", '’');
  const rule = FEASTS[key];
  if (rule === undefined) return undefined;
  const inYear = (of: number): string =>
    typeof rule === 'string' ? `${of}-${rule}` : easter(of).add({ days: rule }).toString();
  if (year) return inYear(Number(year));
  const written = writtenYear(context.writtenOn);
  if (written === null) return null;
  const likely = inYear(written);
  const which = yearFor(context.writtenOn, Number(likely.slice(5, 7)), Math.min(28, Number(likely.slice(8))));
  return inYear(which ?? written);
}

/** Where a clock time stands, its day is the one told; an hour over 24 is none. */
function clock(hour: string, minute: string | undefined, { told, writtenOn }: TimeContext): string | null | undefined {
  const h = Number(hour);
  const m = Number(minute ?? 0);
  if (h > 24 || m > 59) return undefined;
  const day = told ?? (writtenOn?.length === 10 ? writtenOn : null);
  return day && `${day}T${pad(h)}:${pad(m)}`;
}

const day = (context: TimeContext): When | null => (context.writtenOn?.length === 10 ? context.writtenOn : null);

/** Times in French news. The longest match wins, so that order does not matter but between equals. */
export const timeRules: readonly TimeRule[] = [
  {
    name: 'day-month-year',
    pattern: `(?:le |ce |(?<=jusqu['’]à )|(?<=les ))?${NAMED_DAY}(?<day>${FIRST_TO_31}) (?<month>${MONTH}) (?<year>${SHORT_YEAR})`,
    stated: true,
    timex: (groups, context) => date(dayInYear(groups, context)),
    reads: [
      ['La trêve, conclue le 9 mars 2016, a tenu', 'le 9 mars 2016', '2016-03-09'],
      ['Il est né dimanche 1er août 1982 à Pau', 'dimanche 1er août 1982', '1982-08-01'],
      ['La course du 4 mai 98 reste fameuse', '4 mai 98', '1998-05-04'],
    ],
    ignores: ['Le 31 février 2016 n’existe pas'],
  },
  {
    name: 'figures',
    pattern: `(?:le )?${NAMED_DAY}(?<day>\\d{1,2})[/.-](?<month>\\d{1,2})[/.-](?<year>\\d{4})`,
    stated: true,
    timex: ({ day: d, month: m, year }) => date(dayOf(Number(year), Number(m), Number(d))),
    reads: [['Le contrat du 04/05/2011 est clos', '04/05/2011', '2011-05-04']],
    ignores: ['La version 10.40.2011 est sortie'],
  },
  {
    name: 'iso-day',
    pattern: '(?<year>\\d{4})-(?<month>\\d{2})-(?<day>\\d{2})',
    stated: true,
    timex: ({ day: d, month: m, year }) => date(dayOf(Number(year), Number(m), Number(d))),
    reads: [['Relevé du 2014-03-02', '2014-03-02', '2014-03-02']],
  },
  {
    name: 'day-month',
    pattern: `(?:le |ce (?:même )?)?${NAMED_DAY}(?<day>${FIRST_TO_31}) (?<month>${MONTH})(?! \\d{4})(?: (?<tail>derniers?|prochains?|passé))?`,
    timex: (groups, context) => date(dayInYear(groups, context)),
    reads: [
      ['Le bilan a été revu le 5 novembre', 'le 5 novembre', '2017-11-05'],
      ['Le scrutin du 14 janvier sera tendu', '14 janvier', '2018-01-14'],
      ['Elle a été élue le 11 mars dernier', 'le 11 mars dernier', '2017-03-11'],
      ['À compter du 1er septembre prochain', '1er septembre prochain', '2018-09-01'],
    ],
    ignores: ['Ils ont repris 12 marsouins'],
  },
  {
    name: 'day-of-pair',
    // The first of « les 16 et 17 juin », « du 3 au 5 mai 2011 »: its month stands with the second.
    pattern: `(?:les? )?${NAMED_DAY}(?<day>${FIRST_TO_31})(?= (?:et|ou|au|à|-) (?:le )?(?:${NAMED_DAY})?${FIRST_TO_31} (?<month>${MONTH})(?: (?<tail>derniers?|prochains?))?(?: (?<year>\\d{4}))?)`,
    timex: (groups, context) => date(dayInYear(groups, context)),
    reads: [],
    ignores: ['Il a perdu 3 des 5 sets'],
  },
  {
    name: 'month-year',
    pattern: `(?<edge>${EDGE}[ -])?(?:(?:le |ce )?mois (?:de |d['’]))?(?<month>${MONTH}) (?<year>${SHORT_YEAR})`,
    stated: true,
    timex: (groups, context) => date(monthInYear(groups.month!, undefined, groups.year, context), edge(groups.edge)),
    reads: [
      ['Un accord signé dès avril 2015', 'avril 2015', '2015-04'],
      ['En mai 2014, la ville a résisté', 'mai 2014', '2014-05'],
      ['Ouvert en octobre 98, le stade ferme', 'octobre 98', '1998-10'],
    ],
    ignores: ['En 2014 la ville a résisté'],
  },
  {
    name: 'month',
    pattern: `(?:(?<edge>${EDGE}[ -])|(?<=(?<!\\p{L})(?:en|dès|depuis|courant|de|d['’]|du mois de|jusqu['’]en|et|à|entre|avant|après|pour|vers) ?)|(?:(?:le |ce )?mois (?:de |d['’])))(?<month>${MONTH})(?! \\d{2})(?: (?<tail>derniers?|prochains?))?`,
    timex: (groups, context) => date(monthInYear(groups.month!, groups.tail, undefined, context), edge(groups.edge)),
    reads: [
      ['La vigne a gelé en avril', 'avril', '2017-04'],
      ['Le siège dure depuis octobre', 'octobre', '2017-10'],
      ['Les pourparlers ont repris mi-novembre', 'mi-novembre', '2017-11'],
      ['Au mois de juin, la route était libre', 'mois de juin', '2017-06'],
      ['Le contrat sera signé en mai prochain', 'mai prochain', '2018-05'],
    ],
    ignores: ['Elle se dirige lentement, mars et lune', 'le Champ-de-Mars'],
  },
  {
    name: 'month-alone',
    // « juillet » alone is a month; « mars », « mai » are planets, names and verbs too.
    pattern:
      '(?<month>janvier|février|avril|juin|juillet|août|septembre|octobre|novembre|décembre)(?! \\d{2})(?: (?<tail>derniers?|prochains?))?',
    timex: (groups, context) => date(monthInYear(groups.month!, groups.tail, undefined, context)),
    reads: [['Fermé juin compris, le musée manque', 'juin', '2017-06']],
  },
  {
    name: 'year',
    pattern: `(?:(?<edge>${EDGE} )?(?:de )?(?:l['’](?:an|année) )(?<named>\\d{4})|(?<=(?<!\\p{L})(?:en|dès|depuis|avant|après|pour|de|du|d['’]ici|jusqu['’]en|à partir de|fin|début|et|entre|à|an|,|\\() ?)(?<edge2>${EDGE} )?(?<year>(?:1[5-9]|20)\\d{2})|(?<edge3>(?:${EDGE}) )(?<year3>(?:1[5-9]|20)\\d{2}))(?![\\d%€]|[.,]\\d| ?%| (?:\\p{Ll}+s|euros?|personnes|hommes|francs|km|mètres|kilomètres|salariés)(?![\\p{L}]))`,
    stated: true,
    timex: ({ named, year, year3, edge: first, edge2, edge3 }) =>
      date(named ?? year ?? year3, edge(first ?? edge2 ?? edge3)),
    reads: [
      ['La ville, prise en 2014, est exsangue', '2014', '2014'],
      ['Le pays est divisé depuis 2011', '2011', '2011'],
      ['Le port rouvrira fin 2019', 'fin 2019', '2019'],
      ['Dès l’année 2001, la crue menaçait', 'l’année 2001', '2001'],
    ],
    ignores: ['2014 combattants', 'une troupe de 2000 hommes', 'plus de 1900 sinistrés'],
  },
  {
    name: 'year-bare',
    // A year after a noun or an adjective: « le budget 2002 », « la saison 2016 ».
    pattern:
      '(?<=(?<!\\p{L})(?:budget|saison|exercice|récolte|campagne|édition|année|rentrée|supplémentaire|primitif|primaire|présidentielle|législatives|loi|promotion|millésime|cru|mondial|euro|jeux|coupe) )(?<year>(?:19|20)\\d{2})(?! \\p{Ll}+s(?!\\p{L}))',
    stated: true,
    timex: ({ year }) => date(year),
    reads: [['Le budget 2002 a été adopté', '2002', '2002']],
    ignores: ['le numéro 2002'],
  },
  {
    name: 'decade',
    pattern: `(?<edge>${EDGE} (?:des |d['’]))?(?:(?:les |des )?années[ -](?<decade>\\d{2}|\\d{4}|vingt|trente|quarante|cinquante|soixante|soixante-dix|quatre-vingts?|quatre-vingt-dix))`,
    stated: true,
    timex: ({ decade, edge: at }) => {
      const number = /^\d/.test(decade!) ? Number(decade) : count(decade!);
      const year = number > 99 ? number : 1900 + number;
      return date(`${Math.floor(year / 10)}X`, edge(at));
    },
    reads: [
      ['Le barrage date des années 60', 'des années 60', '196X'],
      ['Au début des années 1980, la mine tournait', 'début des années 1980', '198X'],
    ],
    ignores: ['Il a passé des années au sec'],
  },
  {
    name: 'century',
    pattern: `(?<edge>${EDGE} du )?(?:le |au )?(?<roman>XVI|XVII|XVIII|XIX|XX|XXI)(?:e|ème|ième)?s? siècle`,
    stated: true,
    timex: ({ roman, edge: at }) => date(`${pad(ROMAN[roman!.toUpperCase()]! - 1)}XX`, edge(at)),
    reads: [['Bâti au XIXe siècle, le pont tient', 'au XIXe siècle', '18XX']],
  },
  {
    name: 'weekday-next',
    pattern: `(?:le )?(?<weekday>${DAY}) (?:(?<part>matin|après-midi|soir) )?(?:prochain|suivant|en (?:huit|8))(?: (?<part2>matin|après-midi|soir))?`,
    timex: ({ weekday: name, part, part2 }, { writtenOn }) =>
      dayPart(weekday(writtenOn, weekdayNumber(name!), 'future'), part ?? part2),
    reads: [['Le vote aura lieu mardi prochain', 'mardi prochain', '2018-01-02']],
  },
  {
    name: 'weekday-last',
    pattern: `(?:le )?(?<weekday>${DAY}) (?:(?<part>matin|après-midi|soir) )?(?:dernier|passé)(?: (?<part2>matin|après-midi|soir))?`,
    timex: ({ weekday: name, part, part2 }, { writtenOn }) =>
      dayPart(weekday(writtenOn, weekdayNumber(name!), 'before'), part ?? part2),
    reads: [
      ['Le pont a cédé mercredi dernier', 'mercredi dernier', '2017-12-20'],
      ['Le pont a cédé lundi dernier', 'lundi dernier', '2017-12-25'],
    ],
  },
  {
    name: 'weekday',
    pattern: `(?:le |ce (?:même )?)?(?<weekday>${DAY})(?: (?:(?<edge>en (?:début|fin|milieu) (?:de |d['’])?)|(?:dans (?:la|le|l['’]) ?|à l['’]|au |en ))?(?<part>matin(?:ée)?|midi|après-midi|soir(?:ée)?|nuit|aube|journée))?(?! (?:prochain|dernier|(?:\\d{1,2}|1er) (?:${MONTHS.join('|')})))`,
    timex: ({ weekday: name, part, edge: at }, { writtenOn, looks }) =>
      dayPart(weekday(writtenOn, weekdayNumber(name!), looks === 'ahead' ? 'future' : 'past'), part, edge(at)),
    reads: [
      ['Le maire a parlé mercredi', 'mercredi', '2017-12-27'],
      ['Il a démenti mardi soir', 'mardi soir', '2017-12-26TEV'],
      ['Jeudi, la pluie a cessé', 'Jeudi', '2017-12-21'],
      ['Les combats durent depuis samedi', 'samedi', '2017-12-23'],
      ['Le stade rouvrira samedi', 'samedi', '2017-12-30'],
      ['Les joueurs ont rendez-vous vendredi matin', 'vendredi matin', '2017-12-29TMO'],
    ],
    ignores: ['le maréchal Haftar', 'des jeudistes'],
  },
  {
    name: 'weekday-with-day',
    // « vendredi 12 », the month left out.
    pattern: `(?:le )?(?<weekday>${DAY}) (?<day>${FIRST_TO_31})(?! (?:${MONTHS.join('|')}|h\\b|heures?|%))`,
    timex: ({ weekday: name, day: d }, { writtenOn }) => {
      for (const side of ['past', 'future'] as const) {
        const found = weekday(writtenOn, weekdayNumber(name!), side);
        for (const weeks of [0, 1, 2, 3, 4])
          if (found) {
            const candidate = moved(found, { weeks: side === 'past' ? -weeks : weeks })!;
            if (Number(candidate.slice(8)) === Number.parseInt(d!, 10)) return date(candidate);
          }
      }
      return date(null);
    },
    reads: [['La réunion de vendredi 22 a été houleuse', 'vendredi 22', '2017-12-22']],
  },
  {
    name: 'today',
    pattern: `aujourd['’]hui(?:,? ${DAY}(?: ${FIRST_TO_31} ${MONTH})?)?|ce jour(?! \\p{L})`,
    timex: (_, context) => date(day(context)),
    reads: [['Le marché rouvre aujourd’hui', 'aujourd’hui', '2017-12-27']],
  },
  {
    name: 'part-of-today',
    pattern: `(?:ce |cet |cette )(?<part>matin|midi|soir|après-midi|nuit)(?! (?:-là|là|de \\p{Lu}))`,
    timex: ({ part }, context) => dayPart(day(context), part),
    reads: [
      ['Un incendie a pris cette nuit', 'cette nuit', '2017-12-27TNI'],
      ['La séance a repris ce matin', 'ce matin', '2017-12-27TMO'],
    ],
  },
  {
    name: 'yesterday',
    pattern: `(?<before>avant-)?hier(?:,? ${DAY}(?! \\d))?(?: (?:(?<edge>en (?:début|fin|milieu) (?:de |d['’])?)|dans (?:la |l['’])|à )?(?<part>matin(?:ée)?|midi|soir(?:ée)?|après-midi|nuit|journée))?`,
    timex: ({ before, part, edge: at }, { writtenOn }) =>
      dayPart(moved(writtenOn, { days: before ? -2 : -1 }), part, edge(at)),
    reads: [
      ['Il est arrivé hier soir', 'hier soir', '2017-12-26TEV'],
      ['Il est arrivé avant-hier', 'avant-hier', '2017-12-25'],
      ['Il est arrivé hier en fin de matinée', 'hier en fin de matinée', '2017-12-26TMO'],
    ],
    ignores: ['la fichière'],
  },
  {
    name: 'tomorrow',
    pattern: `(?<after>après-)?demain(?:,? ${DAY}(?! \\d))?(?: (?<part>matin|midi|soir|après-midi))?`,
    timex: ({ after, part }, { writtenOn }) => dayPart(moved(writtenOn, { days: after ? 2 : 1 }), part),
    reads: [['La séance est reportée à demain', 'demain', '2017-12-28']],
    ignores: ['le lendemain'],
  },
  {
    name: 'ago',
    pattern: `il y a (?:déjà |maintenant )?(?<about>${ABOUT} ?)?(?<n>${NUMBER}) ?(?<unit>${UNIT})`,
    timex: ({ n, unit, about: hedge }, { writtenOn }) => date(away(-count(n!), unit!, writtenOn), about(hedge)),
    reads: [
      ['Le chiffre donné il y a deux semaines', 'il y a deux semaines', '2017-12-13'],
      ['Il y a trois mois, la route était coupée', 'Il y a trois mois', '2017-09'],
      ['La digue a cédé il y a dix ans', 'il y a dix ans', '2007'],
    ],
    ignores: ['il y a trois blessés'],
  },
  {
    name: 'ago-vague',
    pattern: `il y a (?:${SEVERAL} ${UNIT}|(?:bien )?longtemps|peu(?: de temps)?|quelque temps)`,
    timex: () => date('PAST_REF'),
    reads: [['La mine a fermé il y a quelques mois', 'il y a quelques mois', 'PAST_REF']],
    ignores: ['il y a des blessés'],
  },
  {
    name: 'in-a-while',
    pattern: `(?:dans|d['’]ici(?: à)?) (?<about>${ABOUT} ?)?(?<n>${NUMBER}) ?(?<unit>minutes?|jours?|semaines?|mois|ans?|années?|heures?)(?! (?:derni|plus tard|avant|après|suivant))`,
    timex: ({ n, unit, about: hedge }, { writtenOn }) => date(away(count(n!), unit!, writtenOn), about(hedge)),
    reads: [['Le métro ouvrira dans trois semaines', 'dans trois semaines', '2018-01-17']],
  },
  {
    name: 'last-while',
    pattern: `(?:les |ces |des )?(?:(?<n>${NUMBER}) derni(?:ers|ères)|derni(?:ers|ères) (?<n2>${NUMBER})) (?<unit>${UNIT})`,
    back: true,
    timex: ({ n, n2, unit }) => span(duration(count(n ?? n2!), unit!)),
    reads: [['Il a plu durant les trois derniers jours', 'les trois derniers jours', 'P3D']],
  },
  {
    name: 'lately',
    pattern: `(?:les |ces |des )?(?:tout )?(?:quelques )?derni(?:ers|ères) (?<unit>${UNIT}|temps)|(?<now>ces (?:jours|temps)-ci)`,
    back: true,
    timex: ({ unit }) => (unit && !/temps/i.test(unit) ? span(duration('X', unit)) : date('PAST_REF')),
    reads: [
      ['Les prix ont chuté ces dernières semaines', 'ces dernières semaines', 'PXW'],
      ['Deux grèves au cours des derniers mois', 'des derniers mois', 'PXM'],
    ],
  },
  {
    name: 'past-year',
    pattern: "l['’]année écoulée|la dernière année|l['’]année qui vient de s['’]écouler",
    back: true,
    timex: () => span('P1Y'),
    reads: [['Les ventes de l’année écoulée', 'l’année écoulée', 'P1Y']],
  },
  {
    name: 'coming-while',
    pattern: `(?:les |des )?(?:(?:${NUMBER}|quelques) )?prochain(?:s|es) (?<unit>${UNIT})|(?:les |des )(?<unit2>jours|semaines|mois|années|heures) (?:à venir|qui viennent|qui suivent|prochaine?s)`,
    timex: ({ unit, unit2 }) => span(duration('X', unit ?? unit2!)),
    reads: [['La loi sera votée dans les prochains jours', 'les prochains jours', 'PXD']],
  },
  {
    name: 'week',
    pattern: `(?<this>cette (?:même )?semaine)|la semaine (?<last>passée|dernière|écoulée|précédente)|la semaine (?<next>prochaine|suivante)|(?<weekend>ce week-end|le week-end (?:(?<wlast>dernier|passé)|(?<wnext>prochain)))|(?<edge>${EDGE} de (?:la )?semaine)(?: (?:(?<elast>dernière|passée)|(?<enext>prochaine)))?`,
    timex: ({ last, next, weekend, wlast, wnext, elast, enext, edge: at }, { writtenOn, looks }) => {
      const weekdays =
        weekend && !wlast && !wnext ? (looks !== 'ahead' && (fullDay(writtenOn)?.dayOfWeek ?? 7) < 5 ? -1 : 0) : 0;
      const weeks = last || wlast || elast ? -1 : next || wnext || enext ? 1 : weekdays;
      const week = isoWeek(writtenOn, weeks);
      return date(week && `${week}${weekend ? '-WE' : ''}`, edge(at));
    },
    reads: [
      ['Le jury a siégé la semaine passée', 'la semaine passée', '2017-W51'],
      ['Les cours reprennent la semaine prochaine', 'la semaine prochaine', '2018-W01'],
      ['Trois matchs ont été joués ce week-end', 'ce week-end', '2017-W51-WE'],
    ],
  },
  {
    name: 'month-relative',
    pattern: `(?<edge>${EDGE} (?:du|de ce) mois)(?: (?:(?<elast>dernier|passé)|(?<enext>prochain)))?|(?<this>ce mois-ci)|le mois (?<last>dernier|passé|écoulé|précédent)|le mois (?<next>prochain)`,
    timex: ({ last, next, elast, enext, edge: at }, { writtenOn }) =>
      date(movedMonth(writtenOn, last || elast ? -1 : next || enext ? 1 : 0), edge(at)),
    reads: [['Le mois dernier, il a gelé', 'Le mois dernier', '2017-11']],
  },
  {
    name: 'year-relative',
    pattern: `(?:(?<edge>${EDGE}) )?(?:(?:de )?cette (?:même )?année|(?:de )?l['’]an(?:née)? (?:(?<last>dernier|dernière|passée?|précédente?)|(?<next>prochaine?)))|(?<edge2>${EDGE} (?:d['’]|de l['’])(?:année|an))`,
    timex: ({ last, next, edge: at, edge2 }, { writtenOn }) => {
      const year = writtenYear(writtenOn);
      return date(year === null ? null : String(year + (last ? -1 : next ? 1 : 0)), edge(at ?? edge2));
    },
    reads: [
      ['Le parc a ouvert l’an dernier', 'l’an dernier', '2016'],
      ['La récolte souffre cette année', 'cette année', '2017'],
      ['Le traité sera signé d’ici la fin de l’année', 'fin de l’année', '2017'],
    ],
  },
  {
    name: 'quarter-or-half',
    pattern: `(?:le |au )?(?<nth>premier|second|deuxième|troisième|quatrième|dernier) (?<unit>trimestre|semestre)(?: (?:de |d['’])?(?:l['’]année )?(?<year>\\d{4}))?`,
    timex: ({ nth, unit, year }, { writtenOn }) => {
      const half = unit!.toLowerCase() === 'semestre';
      const number = nth === 'dernier' ? (half ? 2 : 4) : NUMERALS[nth!.toLowerCase()]!;
      const which = year ?? writtenYear(writtenOn);
      return number > (half ? 2 : 4)
        ? undefined
        : date(which === null ? null : `${which}-${half ? 'H' : 'Q'}${number}`);
    },
    reads: [['Les ventes du premier trimestre 2016', 'premier trimestre 2016', '2016-Q1']],
  },
  {
    name: 'nth-of-month',
    pattern: `(?:le |la |au |les )?(?<nth>premi(?:er|ère)|second|seconde|deuxième|troisième|quatrième|derni(?:er|ère)) (?:(?<weekday>${DAY})|(?<unit>jour|semaine|quinzaine|week-end|décade)) (?:de |d['’]|du )(?:mois (?:de |d['’]))?(?<month>${MONTH})(?: (?<year>\\d{4}))?`,
    timex: ({ nth, weekday: name, month: words, year }, context) => {
      const inMonth = monthInYear(words!, undefined, year, context);
      const last = /^derni/i.test(nth!);
      const number = /^premi/i.test(nth!) ? 1 : (NUMERALS[nth!.toLowerCase()] ?? 1);
      if (name) return date(inMonth && nthWeekday(inMonth, weekdayNumber(name), last ? null : number));
      return date(inMonth, last ? 'END' : number === 1 ? 'START' : null);
    },
    reads: [
      ['Le marché ouvre le premier mardi de mai 2016', 'le premier mardi de mai 2016', '2016-05-03'],
      ['La première semaine de juin a été calme', 'La première semaine de juin', '2017-06'],
    ],
    ignores: ['Le premier jour de la trêve'],
  },
  {
    name: 'day-and-month-in-figures',
    pattern: '(?<=(?<!\\p{L})(?:le|du|au) )(?<day>\\d{1,2})/(?<month>\\d{1,2})(?:/(?<year>\\d{2}|\\d{4}))?(?![/\\d])',
    timex: ({ day: d, month: m, year }, { writtenOn }) => {
      if (Number(m) < 1 || Number(m) > 12) return undefined;
      const which = year ? fullYear(year) : yearFor(writtenOn, Number(m), Math.min(28, Number(d)));
      return date(which === null ? null : dayOf(which, Number(m), Number(d)));
    },
    reads: [['La réunion du 17/08 a été annulée', '17/08', '2017-08-17']],
    ignores: ['Il occupe les 2/3 du terrain', 'la motion 3/4'],
  },
  {
    name: 'season',
    pattern: `(?:(?<edge>${EDGE} (?:de |d['’])?(?:l['’])?)|l['’]|le |cet |ce |(?<=(?<!\\p{L})(?:en|à l['’]|au|du|dès l['’]) ?))(?<name>printemps|été(?! \\p{L}+(?:é|i|u|is|ée|és|ées)(?!\\p{L}))|automne|hiver)(?: (?<tail>derni(?:er|ère)|passé|prochain)| (?<year>\\d{4}))?`,
    timex: ({ name, tail, year, edge: at }, context) => date(season(name!, tail, year, context), edge(at)),
    reads: [
      ['L’accord a échoué à l’automne', 'l’automne', '2017-FA'],
      ['Le barrage cédera l’hiver prochain', 'l’hiver prochain', '2018-WI'],
    ],
    ignores: ['Le village a été détruit', 'Il a été le premier'],
  },
  {
    name: 'feast',
    pattern: `(?:(?<=(?<!\\p{L})(?:à|de|d['’]|avant|après|dès|pour|la|l['’]|le|du|au|fêter|lundi de|veille de) ?))(?<name>Noël|Toussaint|Assomption|Épiphanie|Saint-Sylvestre|jour de l['’]an|14-Juillet|fête nationale|fête du Travail|vendredi saint|lundi de Pâques|Pâques|Ascension|lundi de Pentecôte|Pentecôte)(?: (?<year>\\d{4}))?`,
    timex: ({ name, year }, context) => date(feast(name!, year, context)),
    reads: [
      ['La trêve de Noël a été violée', 'Noël', '2017-12-25'],
      ['Les commerces ont fermé à Pâques', 'Pâques', '2017-04-16'],
    ],
    ignores: ['Noël Martin a signé'],
  },
  {
    name: 'clock',
    pattern: `(?:(?<about>vers|aux alentours de|autour de|peu (?:avant|après)) )?(?:(?<hour>\\d{1,2}) ?(?:h|heures?)(?: ?(?<minute>[0-5]\\d))?(?: (?:et (?:demie|quart)|(?:du|de l['’])? ?(?:matin|soir|après-midi)))?(?: locales?)?(?: \\(?(?:GMT|UTC))?|(?<hour2>[012]?\\d):(?<minute2>[0-5]\\d)(?::\\d\\d)?(?: locales?)?(?: GMT| UTC)?)`,
    background: true,
    timex: ({ about: hedge, hour, minute, hour2, minute2 }, context) =>
      time(clock(hour ?? hour2!, minute ?? minute2, context), hedge ? 'APPROX' : null),
    reads: [
      ['La salle ouvre à 18 h 30', '18 h 30', '2017-12-27T18:30'],
      ['Le tir est parti vers 9 h', 'vers 9 h', '2017-12-27T09:00'],
      ['Le choc a eu lieu mardi à 21h', '21h', '2017-12-26T21:00'],
    ],
    ignores: ['Il a nagé 30 hectomètres', 'à 45 h du but'],
  },
  {
    name: 'noon',
    pattern: '(?<=(?<!\\p{L})(?:à|avant|après|dès|vers|de|ce) )(?<which>midi|minuit)(?! \\p{Lu})',
    background: true,
    timex: ({ which }, context) => time(clock(which!.toLowerCase() === 'midi' ? '12' : '0', '00', context)),
    reads: [['Les urnes ferment à minuit', 'minuit', '2017-12-27T00:00']],
    ignores: ['Le démon de Midi Libre'],
  },
  {
    name: 'part-of-told-day',
    pattern: `(?:(?<edge>(?:début|fin|milieu) (?:de |d['’])(?:la |l['’])?)(?<part>matinée|après-midi|soirée|journée|nuit)|(?<=dans |durant |pendant |au cours de |passé |et |, )(?:la |l['’])(?<part2>matinée|après-midi|soirée|nuit)(?! (?:de |du |des |d['’]|dernière))|le (?<part3>matin|soir) même|(?:le même|ce même) (?<part4>matin|soir)|(?<=(?<!\\p{L})(?:^|, |; ))(?:le )(?<part5>matin|soir)(?=,))`,
    timex: ({ edge: at, part, part2, part3, part4, part5 }, context) =>
      dayPart(context.told ?? day(context), part ?? part2 ?? part3 ?? part4 ?? part5, edge(at)),
    reads: [['Mardi, la cour a statué dans la soirée', 'la soirée', '2017-12-26TEV']],
  },
  {
    name: 'last-night',
    pattern: 'la nuit dernière|la nuit passée',
    timex: (_, { writtenOn }) => dayPart(moved(writtenOn, { days: -1 }), 'nuit'),
    reads: [['Il a neigé la nuit dernière', 'la nuit dernière', '2017-12-26TNI']],
  },
  {
    name: 'same-day',
    pattern: 'le même jour|ce même jour|ce jour-là|le jour même',
    timex: (_, { told }) => date(told),
    reads: [['Elle a signé mardi et, le même jour, elle est partie', 'le même jour', '2017-12-26']],
  },
  {
    name: 'day-beside',
    pattern: `(?:(?:la |cette )?(?<before>veille)(?! (?:de |du |des |d['’]))|(?:le |dès le )?(?<after>lendemain)(?! (?:de |du |des |d['’]))|(?:le )?(?<two>surlendemain)|l['’](?<twoBefore>avant-veille))(?: (?:au |à )?(?<part>matin|soir|midi|après-midi))?`,
    timex: ({ before, after, two, part }, { told }) =>
      dayPart(moved(told, { days: before ? -1 : after ? 1 : two ? 2 : -2 }), part),
    reads: [['Le club a perdu dimanche le titre gagné la veille', 'la veille', '2017-12-23']],
    ignores: ['à la veille de Noël'],
  },
  {
    name: 'day-beside-event',
    // Counted from what the text tells: « au lendemain de l'accord » names the event, not its day.
    pattern: "(?:la )?(?:lendemain|surlendemain|veille)(?= (?:de |du |des |d['’]))",
    background: true,
    timex: (_, context) => date(context.told ?? day(context)),
    reads: [['Au lendemain du vote, la place était vide', 'lendemain', '2017-12-27']],
  },
  {
    name: 'while-beside',
    pattern: `(?<about>${ABOUT} ?)?(?<n>${NUMBER}) (?<unit>${UNIT})(?= (?:plus tôt|plus tard|auparavant|après|avant)(?![\\p{L}]))`,
    timex: ({ n, unit, about: hedge }) => span(duration(count(n!), unit!), about(hedge)),
    reads: [['Elle avait démissionné trois jours plus tôt', 'trois jours', 'P3D']],
  },
  {
    name: 'duration',
    pattern: `(?<about>${ABOUT} ?)?(?<n>${NUMBER}) ?(?<unit>${UNIT})(?:(?<and>et demie?)| (?<half>et demie?))?(?! (?:derni|prochain|locale|plus tôt|plus tard))`,
    timex: ({ n, unit, about: hedge }) => span(duration(count(n!), unit!), about(hedge)),
    reads: [
      ['Le juge attend depuis cinq ans', 'cinq ans', 'P5Y'],
      ['Une trêve d’environ trois semaines', 'environ trois semaines', 'P3W'],
      ['Il a purgé plus de vingt ans', 'plus de vingt ans', 'P20Y'],
    ],
  },
  {
    name: 'duration-vague',
    pattern: `(?<many>${SEVERAL}|(?:une )?(?:dizaine|quinzaine|vingtaine|trentaine)s? d['’e]s?) ?(?<unit>secondes|minutes|heures|jours|nuits|semaines|mois|ans|années|décennies|siècles)(?! (?:derni|prochain|\\d{2}|soixante|trente))`,
    timex: ({ unit, many }) => span(duration('X', unit!), /^plus/i.test(many!) ? 'MORE_THAN' : null),
    reads: [
      ['On vote depuis plusieurs jours', 'plusieurs jours', 'PXD'],
      ['Il est parti depuis des années', 'des années', 'PXY'],
    ],
    ignores: ['la fin des années 60'],
  },
  {
    name: 'duration-whole',
    pattern: `(?:toute la (?<unit>journée|nuit|semaine)|(?<year>tout au long de l['’]année|toute l['’]année))`,
    background: true,
    timex: ({ unit }) => (unit ? span(duration(1, unit)) : set('P1D')),
    reads: [['Le guichet est ouvert toute la semaine', 'toute la semaine', 'P1W']],
  },
  {
    name: 'term-of-office',
    pattern: '(?:quinquennat|septennat)',
    background: true,
    timex: (_) => span('P5Y'),
    reads: [['Le quinquennat commence', 'quinquennat', 'P5Y']],
  },
  {
    name: 'nth-year',
    pattern: `(?:sa|la|leur) (?:deuxième|troisième|quatrième|cinquième|sixième|septième|huitième|neuvième|dixième) (?<unit>année|semaine|journée)(?! (?:de|du|d['’]) (?:championnat|ligue))`,
    background: true,
    timex: ({ unit }) => span(duration(1, unit!)),
    reads: [['Le chantier entame sa deuxième année', 'sa deuxième année', 'P1Y']],
  },
  {
    name: 'each',
    pattern: `(?:chaque|tou(?:s|tes) les) (?:(?<weekday>${DAY})s?(?: (?:matin|soir|après-midi)s?)?|(?<n>${NUMBER}) (?<units>${UNIT})|(?<unit>jours?|nuits?|semaines?|week-ends?|mois|ans|année|années|trimestres?|heures?|matins?|soirs?|étés?|hivers?))|(?<=(?<!\\p{L})(?:par|fois l['’]|fois par) ?)(?<per>jour|semaine|mois|trimestre|semestre|an|année|heure)(?!\\p{L})`,
    background: true,
    timex: ({ weekday: name, n, units, unit, per }) => {
      if (name) return set(`XXXX-WXX-${weekdayNumber(name)}`);
      if (n) return set(duration(count(n), units!));
      const word = unit ?? per!;
      return set(/^(?:matin|soir)/i.test(word) ? `XXXX-XX-XX${partOf(word)}` : duration(1, word));
    },
    reads: [
      ['Le marché se tient tous les jeudis', 'tous les jeudis', 'XXXX-WXX-4'],
      ['Elle nage chaque jour', 'chaque jour', 'P1D'],
      ['Deux millions par semestre', 'semestre', 'P6M'],
    ],
  },
  {
    name: 'recurring',
    tags: ['ADJ', 'ADV'],
    pattern:
      '(?<!(?:le|un|du|au|ce|son|grand|les|des|presse) )(?<unit>quotidien(?:ne)?s?|hebdomadaires?|mensuel(?:le)?s?|annuel(?:le)?s?|annuellement|quotidiennement)',
    background: true,
    timex: ({ unit }) => set(/^q/i.test(unit!) ? 'P1D' : /^h/i.test(unit!) ? 'P1W' : /^m/i.test(unit!) ? 'P1M' : 'P1Y'),
    reads: [['Le dîner annuel du club', 'annuel', 'P1Y']],
    ignores: ['le quotidien Le Rhône Libre', 'un hebdomadaire local'],
  },
  {
    name: 'nightly',
    pattern: 'nocturnes?',
    background: true,
    timex: () => time('TNI'),
    reads: [['Des tirs nocturnes ont repris', 'nocturnes', 'TNI']],
  },
  {
    name: 'now',
    pattern:
      "maintenant|désormais|dorénavant|actuellement|(?:l['’])?actuel(?:le)?s?|à l['’]heure actuelle|pour le moment|pour l['’]instant|en ce moment|à l['’]heure qu['’]il est|de nos jours|à présent",
    background: true,
    timex: () => time('PRESENT_REF'),
    reads: [['La route est désormais libre', 'désormais', 'PRESENT_REF']],
  },
  {
    name: 'past',
    pattern:
      "récemment|jadis|autrefois|naguère|(?:par|dans) le passé|le passé(?! \\p{L})|à l['’]époque(?! (?:de|du|des|d['’]))|auparavant|nouvellement",
    timex: () => time('PAST_REF'),
    reads: [['Le quartier récemment rouvert', 'récemment', 'PAST_REF']],
  },
  {
    name: 'future',
    pattern:
      'prochainement|bientôt|dans quelque temps|sous peu|dans (?:(?:quelques|plusieurs) (?:jours|semaines|mois|ans|années|heures)|les (?:jours|semaines|mois|années|heures) (?:à venir|qui viennent))',
    timex: () => time('FUTURE_REF'),
    reads: [['La loi sera votée dans quelques jours', 'dans quelques jours', 'FUTURE_REF']],
    ignores: ['Il joue dans les années 80'],
  },
  {
    name: 'future-noun',
    pattern: "(?:l['’])?avenir|futur(?:e)?s?|prochain(?:s|es)(?= (?!jours|semaines|mois|années|heures)\\p{Ll})",
    background: true,
    timex: () => time('FUTURE_REF'),
    reads: [['La future usine inquiète', 'future', 'FUTURE_REF']],
  },
];
