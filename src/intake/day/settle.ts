import { type Bilingual, type Doubt, daysOf, type Span } from '../../core/index.ts';
import type { DateGiver, Published } from '../dispatch.ts';
import type { TextDay } from './opening.ts';

/** A day that someone gives for the whole dispatch. */
export type GivenDay = {
  readonly date: string;
  readonly given: DateGiver;
  readonly instant: string | null;
  readonly span: Span | null;
};

type Settled = {
  readonly published: Published | null;
  /** The most exact day that header or dateline state. */
  readonly publishedInText: string | null;
  readonly doubts: readonly Doubt[];
};

const GIVERS: Readonly<Record<DateGiver, Bilingual>> = {
  user: { fr: 'la date donnée', en: 'the date given' },
  metadata: { fr: 'les métadonnées', en: 'the metadata' },
  header: { fr: "l'en-tête", en: 'the header' },
  dateline: { fr: "l'attaque de la dépêche", en: 'the dateline' },
};

/**
 * The publication day out of all that state one. User, metadata, header and dateline count in that order; a day within the
 * month or year of a higher one says the same thing more exactly, and counts; any other difference is a Doubt.
 */
export function settleDay(given: readonly GivenDay[], inText: readonly TextDay[], language: string | null): Settled {
  const doubts: Doubt[] = [];
  const stated: GivenDay[] = [];
  for (const { start, end, date, given, byCustom } of inText) {
    const span = { start, end };
    if (date === null) continue;
    if (byCustom && isEnglish(language)) doubts.push(eitherOrder(span, date));
    else stated.push({ date, given, instant: null, span });
  }
  // A stable sort keeps the order of the text among headers and among datelines.
  const order = Object.keys(GIVERS);
  stated.sort((a, b) => order.indexOf(a.given) - order.indexOf(b.given));
  const text = mostExact(stated);
  const all = mostExact([...given, ...stated]);
  const instant = given.find((day) => day.instant !== null && day.date === all.day?.date)?.instant ?? null;
  return {
    published: all.day && { ...all.day, instant },
    publishedInText: text.day?.date ?? null,
    doubts: [...doubts, ...all.doubts],
  };
}

function mostExact(days: readonly GivenDay[]): { day: GivenDay | null; doubts: readonly Doubt[] } {
  let best: GivenDay | null = null;
  const doubts: Doubt[] = [];
  for (const day of days) {
    if (best === null) best = day;
    else if (day.date === best.date) continue;
    else if (isWithin(day.date, best.date)) best = day;
    else if (!isWithin(best.date, day.date)) doubts.push(disagreement(best, day));
  }
  return { day: best, doubts };
}

/** True where `inner` lies within the day, month or year `outer`; a date lies within itself. */
export function isWithin(inner: string, outer: string): boolean {
  const a = daysOf(inner);
  const b = daysOf(outer);
  return b.first! <= a.first! && a.last! <= b.last!;
}

function disagreement(best: GivenDay, other: GivenDay): Doubt {
  const a = GIVERS[best.given];
  const b = GIVERS[other.given];
  return {
    span: other.span ?? best.span,
    rule: 'day-disagreement',
    message: {
      fr: `${a.fr} : ${best.date} ; ${b.fr} : ${other.date}. Le premier compte.`,
      en: `${a.en}: ${best.date}; ${b.en}: ${other.date}. The first counts.`,
    },
  };
}

function isEnglish(language: string | null): boolean {
  return language !== null && /^en(?:-|$)/i.test(language);
}

function eitherOrder(span: Span, date: string): Doubt {
  return {
    span,
    rule: 'day-order',
    message: {
      fr: `Dans un texte en anglais, le mois peut venir avant le jour : ${date} n'est pas sûr et ne compte pas. Donnez le jour : --date.`,
      en: `In an English text the month may come before the day: ${date} is not sure and does not count. Give the day: --date.`,
    },
  };
}
