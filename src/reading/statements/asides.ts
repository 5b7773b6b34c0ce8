import type { Token } from '../../language/index.ts';

/** Phrases between a verb and its subject, its object or its auxiliary that say nothing of who speaks or what is said. */
const ASIDES = [
  'de son côté',
  'de leur côté',
  "d' abord",
  "tout d' abord",
  "d' emblée",
  "d' ores et déjà",
  'à plusieurs reprises',
  'en premier lieu',
  'en revanche',
  'de concert',
  'en chœur',
  "à l' unisson",
  'à contrecœur',
  'du bout des lèvres',
  'sur un ton ferme',
  'à voix basse',
  'en privé',
  'en coulisses',
  'en aparté',
  'en marge',
  'pour sa part',
  'pour autant',
  'pas moins',
  'pour leur part',
  'à son tour',
  'par ailleurs',
  'en outre',
  'quant à lui',
  'quant à elle',
  'quant à eux',
  'quant à elles',
  'après coup',
  'en revanche',
  'au contraire',
  'en effet',
  'en fait',
  'de même',
  'tout de même',
  'non sans humour',
  'à cette occasion',
  'à ce sujet',
  "sous couvert d' anonymat",
  "sous le sceau de l' anonymat",
  "sous condition d' anonymat",
  "sous le couvert de l' anonymat",
  'à ce propos',
  'à ce stade',
  "d' ailleurs",
  'de nouveau',
  'à nouveau',
  'une nouvelle fois',
  'une fois de plus',
  'une fois encore',
  'dans la foulée',
  'dans le même temps',
  'au passage',
  'en substance',
  'en personne',
  'à mots couverts',
  'à demi-mot',
  'sans détour',
  'sans ambages',
  'sans surprise',
  'non sans ironie',
  'au demeurant',
  'du reste',
  'en particulier',
  'en même temps',
  "pour l' heure",
  'haut et fort',
  'pêle-mêle',
].map((words) => words.split(' '));

/** How many tokens the aside that starts at an index takes; 0 where none does. */
export function asideAt(tokens: readonly Token[], at: number): number {
  return ASIDES.find((words) => words.every((word, k) => tokens[at + k]?.lower === word))?.length ?? 0;
}

/** How many tokens the aside that ends at an index takes; 0 where none does. */
export function asideEndingAt(tokens: readonly Token[], at: number): number {
  const words = ASIDES.find(
    (aside) =>
      at - aside.length + 1 >= 0 && aside.every((word, k) => tokens[at - aside.length + 1 + k]!.lower === word),
  );
  return words?.length ?? 0;
}
