import type { When } from '../../core/index.ts';
import { readNumeral } from '../quantities/numbers.ts';
import {
  dayOf,
  MONTHS,
  monthNumber,
  moved,
  movedMonth,
  movedWeek,
  upTo,
  WEEKDAYS,
  weekday,
  weekdayNumber,
  writtenYear,
  yearFor,
} from './calendar.ts';
import type { TimeRule } from './time.ts';

const MONTH = `(?:${MONTHS.join('|')}|fevrier|aout|decembre)`;
const DAY = `(?:${WEEKDAYS.join('|')})`;
const NUMBER = '(?:\\d{1,3}|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt|trente|une?)';
const DATE = `(?<day>\\d{1,2})(?:er)? (?<month>${MONTH})`;
const NAMED_DAY = `(?:${DAY} )?`;

/** A day and month without a year, in the year that the written day makes likely. */
function dayInYear(month: string, day: string, writtenOn: When | null): When | null | undefined {
  const number = monthNumber(month);
  if (dayOf(2000, number, Number(day)) === undefined) return undefined; // no such day in any year: 2000 had a 29 February
  const year = yearFor(writtenOn, number, Math.min(Number(day), 28));
  return year === null ? null : dayOf(year, number, Number(day));
}

function count(words: string): number {
  if (words === 'un' || words === 'une') return 1;
  return readNumeral(words.split(' '), 0)?.value ?? Number(words);
}

const pad = (number: number): string => String(number).padStart(2, '0');

/** The written day less (or plus) so many of a unit, no more exact than the unit. */
function away(n: number, unit: string, writtenOn: When | null): When | null {
  if (/^jour/.test(unit)) return moved(writtenOn, { days: n });
  if (/^semaine/.test(unit)) return moved(writtenOn, { weeks: n });
  if (/^mois/.test(unit)) return movedMonth(writtenOn, n);
  const year = writtenYear(writtenOn);
  return year === null ? null : String(year + n);
}

/** Rules for times in French news. The longest match wins, so that order does not matter. */
export const timeRules: readonly TimeRule[] = [
  {
    name: 'day-month-year',
    pattern: `(?:le |ce |du |au |dès le )?${NAMED_DAY}${DATE} (?<year>\\d{4})`,
    stated: true,
    days: ({ day, month, year }) => dayOf(Number(year), monthNumber(month!), Number(day)),
    reads: [
      ['La trêve, conclue le 9 mars 2016, a tenu', 'le 9 mars 2016', '2016-03-09'],
      ['Il est né dimanche 1er août 1982 à Pau', 'dimanche 1er août 1982', '1982-08-01'],
    ],
    ignores: ['Le 31 février 2016 n’existe pas'],
  },
  {
    name: 'figures',
    pattern: `(?:le )?${NAMED_DAY}(?<day>\\d{1,2})[/.-](?<month>\\d{1,2})[/.-](?<year>\\d{4})`,
    stated: true,
    days: ({ day, month, year }) => dayOf(Number(year), Number(month), Number(day)),
    reads: [['Le contrat du 04/05/2011 est clos', '04/05/2011', '2011-05-04']],
    ignores: ['La version 10.40.2011 est sortie'],
  },
  {
    name: 'iso-day',
    pattern: '(?<year>\\d{4})-(?<month>\\d{2})-(?<day>\\d{2})',
    stated: true,
    days: ({ day, month, year }) => dayOf(Number(year), Number(month), Number(day)),
    reads: [['Relevé du 2014-03-02', '2014-03-02', '2014-03-02']],
  },
  {
    name: 'day-month',
    pattern: `(?:le |du |au |dès le |ce )?${NAMED_DAY}${DATE}(?! \\d{4})(?: dernier)?`,
    days: ({ day, month }, { writtenOn }) => dayInYear(month!, day!, writtenOn),
    reads: [
      ['Le bilan a été revu le 5 novembre', 'le 5 novembre', '2017-11-05'],
      ['Le scrutin du 14 janvier sera tendu', 'du 14 janvier', '2018-01-14'],
      ['Elle a été élue le 11 mars dernier', 'le 11 mars dernier', '2017-03-11'],
    ],
    ignores: ['Ils ont repris 12 marsouins'],
  },
  {
    name: 'days-of-month',
    pattern: `(?:les |du )(?<first>\\d{1,2})(?:er)? (?:et|au) (?<last>\\d{1,2}) (?<month>${MONTH})(?: (?<year>\\d{4}))?`,
    days: ({ first, last, month, year }, { writtenOn }) => {
      const number = monthNumber(month!);
      const inYear = year ? Number(year) : yearFor(writtenOn, number, Math.min(Number(last), 28));
      if (inYear === null) return null;
      const [from, to] = [dayOf(inYear, number, Number(first)), dayOf(inYear, number, Number(last))];
      return from && to && from <= to ? `${from}/${to}` : undefined;
    },
    reads: [
      ['Le second tour, les 16 et 17 juin, a été calme', 'les 16 et 17 juin', '2017-06-16/2017-06-17'],
      ['Le sommet du 3 au 5 mai 2011', 'du 3 au 5 mai 2011', '2011-05-03/2011-05-05'],
    ],
  },
  {
    name: 'month-year',
    pattern: `(?:en |dès |de |d'|depuis |fin |début |mi-|à la fin |au début )?(?<month>${MONTH}) (?<year>\\d{4})`,
    stated: true,
    days: ({ month, year }) => `${year}-${pad(monthNumber(month!))}`,
    reads: [
      ['Un accord signé dès avril 2015', 'dès avril 2015', '2015-04'],
      ['En mai 2014, la ville a résisté', 'En mai 2014', '2014-05'],
    ],
    ignores: ['En 2014 la ville a résisté'],
  },
  {
    name: 'month',
    pattern: `(?:en |dès |fin |début |mi-|depuis |courant |à la fin |au début |(?:au|ce) mois (?:de |d'))(?<month>${MONTH})(?: dernier)?(?! \\d{4})`,
    days: ({ month }, { writtenOn }) => {
      const number = monthNumber(month!);
      const year = yearFor(writtenOn, number);
      return year === null ? null : `${year}-${pad(number)}`;
    },
    reads: [
      ['La vigne a gelé en avril', 'en avril', '2017-04'],
      ['Le siège dure depuis octobre', 'depuis octobre', '2017-10/..'],
      ['Les pourparlers ont repris mi-novembre', 'mi-novembre', '2017-11'],
    ],
    ignores: ['Elle se dirige vers mars', 'le champ de mars'],
  },
  {
    name: 'year',
    pattern:
      "(?:en |dès |depuis |avant |après |fin |début |à partir de |de l'année |l'année |en l'an )(?<year>(?:19|20)\\d{2})",
    stated: true,
    days: ({ year }) => year,
    reads: [
      ['La ville, prise en 2014, est exsangue', 'en 2014', '2014'],
      ['Le pays est divisé depuis 2011', 'depuis 2011', '2011/..'],
      ['Le port rouvrira fin 2019', 'fin 2019', '2019'],
    ],
    ignores: ['2014 combattants', 'en 2014 exemplaires'.replace('en ', '')],
  },
  {
    name: 'from-year-to-year',
    pattern: '(?:de|entre) (?<from>(?:19|20)\\d{2}) (?:à|et) (?<to>(?:19|20)\\d{2})',
    stated: true,
    days: ({ from, to }) => (from! <= to! ? `${from}/${to}` : undefined),
    reads: [['Il a dirigé le port de 2009 à 2014', 'de 2009 à 2014', '2009/2014']],
  },
  {
    name: 'weekday-next',
    pattern: `(?<weekday>${DAY}) prochain`,
    days: ({ weekday: day }, { writtenOn }) => weekday(writtenOn, weekdayNumber(day!), 'future'),
    reads: [['Le vote aura lieu mardi prochain', 'mardi prochain', '2018-01-02']],
  },
  {
    name: 'weekday-last',
    pattern: `(?<weekday>${DAY}) dernier`,
    days: ({ weekday: day }, { writtenOn }) => weekday(writtenOn, weekdayNumber(day!), 'before'),
    reads: [
      ['Le pont a cédé mercredi dernier', 'mercredi dernier', '2017-12-20'],
      ['Le pont a cédé lundi dernier', 'lundi dernier', '2017-12-25'],
    ],
  },
  {
    name: 'weekday',
    pattern: `(?:dans la nuit de |la nuit de |le |ce |depuis |dès )?(?<weekday>${DAY})(?: (?:matin|après-midi|soir|midi|dans la nuit|en fin de (?:matinée|journée)))?(?! (?:prochain|dernier|\\d))`,
    days: ({ weekday: day }, { writtenOn }) => weekday(writtenOn, weekdayNumber(day!), 'past'),
    reads: [
      ['Le maire a parlé mercredi', 'mercredi', '2017-12-27'],
      ['Il a démenti mardi soir', 'mardi soir', '2017-12-26'],
      ['Jeudi, la pluie a cessé', 'Jeudi', '2017-12-21'],
      ['Les combats durent depuis samedi', 'depuis samedi', '2017-12-23/..'],
    ],
    ignores: ['le maréchal Haftar', 'des jeudistes'],
  },
  {
    name: 'night-between-weekdays',
    pattern: `(?:dans )?la nuit (?:de |du )(?<from>${DAY}) (?:à|au) (?<to>${DAY})`,
    days: ({ from, to }, { writtenOn }) => {
      const last = weekday(writtenOn, weekdayNumber(to!), 'past');
      const first = last && weekday(last, weekdayNumber(from!), 'before');
      return first && `${first}/${last}`;
    },
    reads: [['Il a neigé dans la nuit de lundi à mardi', 'dans la nuit de lundi à mardi', '2017-12-25/2017-12-26']],
  },
  {
    name: 'today',
    pattern: "aujourd['’]hui|ce (?:matin|soir|midi)|cet après-midi|cette nuit|ce jour",
    days: (_, { writtenOn }) => moved(writtenOn, { days: 0 }),
    reads: [
      ['Le marché rouvre aujourd’hui', 'aujourd’hui', '2017-12-27'],
      ['Un incendie a pris cette nuit', 'cette nuit', '2017-12-27'],
    ],
  },
  {
    name: 'yesterday',
    pattern: '(?<before>avant-)?hier(?: (?:matin|soir|après-midi))?',
    days: ({ before }, { writtenOn }) => moved(writtenOn, { days: before ? -2 : -1 }),
    reads: [
      ['Il est arrivé hier soir', 'hier soir', '2017-12-26'],
      ['Il est arrivé avant-hier', 'avant-hier', '2017-12-25'],
    ],
    ignores: ['la fichière'],
  },
  {
    name: 'tomorrow',
    pattern: '(?<after>après-)?demain(?: (?:matin|soir))?',
    days: ({ after }, { writtenOn }) => moved(writtenOn, { days: after ? 2 : 1 }),
    reads: [['La séance est reportée à demain', 'demain', '2017-12-28']],
    ignores: ['le lendemain'],
  },
  {
    name: 'ago',
    pattern: `il y a (?:(?:environ|près de|plus de) )?(?<n>${NUMBER}) (?<unit>jours?|semaines?|mois|ans?|années?)`,
    days: ({ n, unit }, { writtenOn }) => away(-count(n!), unit!, writtenOn),
    reads: [
      ['Le chiffre donné il y a deux semaines', 'il y a deux semaines', '2017-12-13'],
      ['Il y a trois mois, la route était coupée', 'Il y a trois mois', '2017-09'],
      ['La digue a cédé il y a dix ans', 'il y a dix ans', '2007'],
    ],
    ignores: ['il y a trois blessés'],
  },
  {
    name: 'ago-vague',
    pattern: 'il y a (?:quelques|plusieurs|peu) ?(?:jours|semaines|mois|ans|années|temps)?',
    days: () => null,
    reads: [['La mine a fermé il y a quelques mois', 'il y a quelques mois', null]],
  },
  {
    name: 'since-a-while',
    pattern: `depuis (?:(?:environ|près de|plus de) )?(?<n>${NUMBER}) (?<unit>jours?|semaines?|mois|ans?|années?)`,
    days: ({ n, unit }, { writtenOn }) => {
      const from = away(-count(n!), unit!, writtenOn);
      return from && `${from}/..`;
    },
    reads: [
      ['La route est coupée depuis trois mois', 'depuis trois mois', '2017-09/..'],
      ['Le juge attend depuis cinq ans', 'depuis cinq ans', '2012/..'],
    ],
  },
  {
    name: 'lately',
    pattern:
      '(?:au cours des |durant les |pendant les |dans les |lors des |ces )(?:quelques )?derni(?:ers|ères) (?:jours|semaines|mois|heures|années)|depuis (?:plusieurs|quelques|des) (?:jours|semaines|mois|années|heures|temps)|ces jours-ci|ces temps-ci',
    days: (_, { writtenOn }) => upTo(writtenOn),
    reads: [
      ['Les prix ont chuté ces dernières semaines', 'ces dernières semaines', '../2017-12-27'],
      ['On vote depuis plusieurs jours', 'depuis plusieurs jours', '../2017-12-27'],
      ['Deux grèves au cours des derniers mois', 'au cours des derniers mois', '../2017-12-27'],
    ],
  },
  {
    name: 'past-year',
    pattern: "(?:durant |pendant |au cours de |dans )?(?:l['’]année écoulée|les douze derniers mois|la dernière année)",
    days: (_, { writtenOn }) => {
      const from = moved(writtenOn, { years: -1 });
      return from && `${from}/${writtenOn}`;
    },
    reads: [['Les ventes de l’année écoulée', 'l’année écoulée', '2016-12-27/2017-12-27']],
  },
  {
    name: 'past-period',
    pattern: `(?:durant |pendant |depuis |sur |en |les |ces |des )?(?:les |ces |des )?(?<n>\\d+|deux|trois|quatre|cinq|six|dix|douze) derni(?:ers|ères) (?<unit>jours|semaines|mois|ans|années)`,
    days: ({ n, unit }, { writtenOn }) => {
      const by = { jours: 'days', semaines: 'weeks', mois: 'months', ans: 'years', années: 'years' }[unit!]!;
      const from = moved(writtenOn, { [by]: -count(n!) });
      return from && `${from}/${writtenOn}`;
    },
    reads: [['Il a plu durant les trois derniers jours', 'durant les trois derniers jours', '2017-12-24/2017-12-27']],
  },
  {
    name: 'week',
    pattern: '(?<this>cette semaine)|la semaine (?<last>passée|dernière|écoulée)|la semaine (?<next>prochaine)',
    days: ({ last, next }, { writtenOn }) => movedWeek(writtenOn, last ? -1 : next ? 1 : 0),
    reads: [
      ['Le jury a siégé la semaine passée', 'la semaine passée', '2017-12-18/2017-12-24'],
      ['Les cours reprennent la semaine prochaine', 'la semaine prochaine', '2018-01-01/2018-01-07'],
    ],
  },
  {
    name: 'month-relative',
    pattern: '(?<this>ce mois-ci)|le mois (?<last>dernier|passé|écoulé)|le mois (?<next>prochain)',
    days: ({ last, next }, { writtenOn }) => movedMonth(writtenOn, last ? -1 : next ? 1 : 0),
    reads: [['Le mois dernier, il a gelé', 'Le mois dernier', '2017-11']],
  },
  {
    name: 'year-relative',
    pattern:
      "(?<this>cette année)|l['’]an(?:née)? (?<last>dernier|dernière|passée?)|l['’]an(?:née)? (?<next>prochaine?)",
    days: ({ last, next }, { writtenOn }) => {
      const year = writtenYear(writtenOn);
      return year === null ? null : String(year + (last ? -1 : next ? 1 : 0));
    },
    reads: [
      ['Le parc a ouvert l’an dernier', 'l’an dernier', '2016'],
      ['La récolte de cette année', 'cette année', '2017'],
    ],
  },
  {
    name: 'vague-now-and-then',
    pattern:
      "récemment|jadis|autrefois|naguère|par le passé|à l['’]époque|prochainement|bientôt|dans (?:quelques|plusieurs) (?:jours|semaines|mois|ans|années)|(?:dans )?les prochain(?:s|es) (?:jours|semaines|mois|heures)|dans quelque temps|dans les (?:jours|semaines|mois) (?:à venir|qui viennent)|sous peu",
    days: () => null,
    reads: [
      ['Le quartier récemment rouvert', 'récemment', null],
      ['La loi sera votée dans quelques jours', 'dans quelques jours', null],
    ],
  },
  {
    name: 'in-a-while',
    pattern: `dans (?:(?:environ|près de) )?(?<n>${NUMBER}) (?<unit>jours?|semaines?|mois|ans?|années?)`,
    days: ({ n, unit }, { writtenOn }) => away(count(n!), unit!, writtenOn),
    reads: [['Le métro ouvrira dans trois semaines', 'dans trois semaines', '2018-01-17']],
  },
  {
    name: 'day-beside',
    pattern:
      "(?<before>la veille(?! de))|(?<after>le lendemain)|(?<two>le surlendemain)|(?<twoBefore>l['’]avant-veille)",
    from: 'told-day',
    days: ({ before, after, two }, { writtenOn }) => moved(writtenOn, { days: before ? -1 : after ? 1 : two ? 2 : -2 }),
    reads: [['Elle avait démissionné la veille', 'la veille', null]],
    ignores: ['à la veille de Noël'],
  },
  {
    name: 'while-beside',
    pattern: `(?<n>${NUMBER}) (?<unit>jours?|semaines?|mois|ans?) (?:(?<before>plus tôt|auparavant|avant)|plus tard|après)`,
    from: 'told-day',
    days: ({ n, unit, before }, { writtenOn }) => away(before ? -count(n!) : count(n!), unit!, writtenOn),
    reads: [['Elle avait démissionné trois jours plus tôt', 'trois jours plus tôt', null]],
  },
  {
    name: 'vague-beside',
    pattern:
      '(?:quelques|plusieurs) (?:heures?|jours?|semaines?|mois|ans?) (?:plus tôt|plus tard|auparavant|après|avant)',
    days: () => null,
    reads: [['Le toit a cédé quelques jours plus tard', 'quelques jours plus tard', null]],
  },
];
