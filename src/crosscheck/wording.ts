import type { Bilingual } from '../core/index.ts';
import type { Account } from './voices.ts';
import type { World } from './world.ts';

/** A party's name in both languages; its id where the list does not know it. */
export function partyName(party: string, { parties }: World): Bilingual {
  const names = parties.byId(party)?.names;
  return names ? { fr: names.fr, en: names.en } : { fr: party, en: party };
}

/** Names joined: « A, B et C ». */
export function joined(names: readonly Bilingual[]): Bilingual {
  const join = (words: readonly string[], and: string): string =>
    words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} ${and} ${words.at(-1)}`;
  return {
    fr: join(
      names.map(({ fr }) => fr),
      'et',
    ),
    en: join(
      names.map(({ en }) => en),
      'and',
    ),
  };
}

export function partyNames(parties: readonly string[], world: World): Bilingual {
  return joined(parties.map((party) => partyName(party, world)));
}

/** The places of a claim as the dispatch spells them, with their part: « Syrie (est) ». */
export function placeNames({ claim }: Account): Bilingual {
  const words = claim.place.map(({ name, part }) => (part ? `${name} (${part})` : name));
  return joined(words.map((word) => ({ fr: word, en: word })));
}

/** « A, le 7 décembre 2017 »: who says it and when, as far as that is known. */
export function who({ voice, claim, dispatch }: Account): Bilingual {
  const said = claim.clocks.said ?? dispatch.published?.date ?? null;
  const day = said?.replace('../', '') ?? null;
  if (day === null) return { fr: voice.label, en: voice.label };
  const by = said?.startsWith('..') ?? false;
  return {
    fr: `${voice.label} (${by ? 'au plus tard le ' : ''}${dayName(day, 'fr')})`,
    en: `${voice.label} (${by ? 'by ' : ''}${dayName(day, 'en')})`,
  };
}

/** How much of a quotation stands in a sentence: more would hide what is compared. */
const QUOTED = 180;

/** A claim's words in quotation marks, cut at a word where they are long. */
export function quoted({ claim }: Account): Bilingual {
  return quote(claim.text);
}

export function quote(words: string): Bilingual {
  const plain = words.replace(/\s+/gu, ' ').trim();
  const short = plain.length <= QUOTED ? plain : `${plain.slice(0, plain.lastIndexOf(' ', QUOTED))} …`;
  return { fr: `« ${short} »`, en: `“${short}”` };
}

/** A civil day, month or year in words. */
export function dayName(day: string, lang: keyof Bilingual): string {
  const date = new Date(`${day.padEnd(7, '-01').padEnd(10, '-01')}T00:00:00Z`);
  return DATES[lang][day.length > 7 ? 'day' : day.length > 4 ? 'month' : 'year'].format(date);
}

// A formatter takes a hundred times longer to make than to use.
const datesIn = (locale: string) => {
  const of = (parts: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone: 'UTC', year: 'numeric', ...parts });
  return { year: of({}), month: of({ month: 'long' }), day: of({ month: 'long', day: 'numeric' }) };
};
const DATES = { fr: datesIn('fr-FR'), en: datesIn('en-GB') };

const BOUNDS: Readonly<Record<string, Bilingual>> = {
  '=': { fr: '', en: '' },
  '<': { fr: 'moins de ', en: 'fewer than ' },
  '>': { fr: 'plus de ', en: 'more than ' },
  '~': { fr: 'environ ', en: 'about ' },
  '<=': { fr: 'au plus ', en: 'at most ' },
  '>=': { fr: 'au moins ', en: 'at least ' },
};

/** « moins de 1 000 », with its range and, for a share, its percent sign. */
export function figure({ claim }: Account): Bilingual {
  return claim.quantity ? amountIn(claim.quantity) : { fr: '', en: '' };
}

const NUMBERS = { fr: new Intl.NumberFormat('fr-FR'), en: new Intl.NumberFormat('en-GB') };

function amountIn({
  value,
  max,
  bound,
  unit,
}: {
  value: number;
  max?: number;
  bound: string;
  unit: string;
}): Bilingual {
  const amount = (lang: 'fr' | 'en'): string => {
    const range = max === undefined ? '' : `–${NUMBERS[lang].format(max)}`;
    const sign = unit === 'percent' ? (lang === 'fr' ? ' %' : '%') : '';
    return `${BOUNDS[bound]![lang]}${NUMBERS[lang].format(value)}${range}${sign}`;
  };
  return { fr: amount('fr'), en: amount('en') };
}

/** « environ 10 % ». */
export function percent({ value, max, bound }: { value: number; max?: number; bound: string }): Bilingual {
  return amountIn({ value, ...(max === undefined ? {} : { max }), bound, unit: 'percent' });
}

/** A place of the gazetteer by its name; its id where that knows it no more. */
export function placeName(id: string, { gazetteer }: World): Bilingual {
  return gazetteer.place(id)?.name ?? { fr: id, en: id };
}
