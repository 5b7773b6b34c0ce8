import { overlaps, type Span } from '../../core/index.ts';
import type { ClaimQuantity, ClaimType } from '../claim.ts';
import type { Quantity } from '../quantities/quantity.ts';
import type { Scene } from './scene.ts';

const UNITS_OF: Readonly<Record<ClaimType, RegExp>> = {
  control:
    /^(?:percent|villages|localities|towns|neighbourhoods|oil fields|gas fields|districts|provinces|prefectures|municipalities|provincial capitals|hills|islands|bridges|motorways|roads|square kilometres|positions|bases)$/,
  capture:
    /^(?:percent|villages|localities|towns|neighbourhoods|positions|districts|square kilometres|provinces|prefectures|municipalities|provincial capitals|hills|islands|bridges|bases)$/,
  attack: /^(?:strikes|sorties|attacks|shells|rockets|missiles|drones|bullets)$/,
  movement: /^(?:fighters|soldiers|vehicles|tanks|armoured vehicles|battalions|brigades|people|civilians)$/,
  presence: /^(?:bases|pockets|camps|neighbourhoods|positions|soldiers|fighters)$/,
  strength: /^(?:fighters|soldiers|battalions|brigades|people)$/,
  casualties:
    /^(?:deaths|wounded|prisoners|hostages|missing|people|civilians|fighters|soldiers|police officers|journalists|diplomats)$/,
  displacement: /^(?:people|civilians|families)$/,
  victory: /(?!)/,
  support: /(?!)/,
};

/** The figure of a claim whose word stands at `at` and whose words are `span`; null where none is its own. */
export function quantityFor(scene: Scene, type: ClaimType, at: number, span: Span): Quantity | null {
  const inside = scene.quantities.filter(
    (quantity) =>
      overlaps(quantity.span, span) &&
      !isOfRelative(scene, quantity.head, at) &&
      (isOfThose(scene, type, quantity, at) ||
        UNITS_OF[type].test(quantity.unit ?? '') ||
        (/^(?:casualties|displacement)$/.test(type) && countsPeople(scene, quantity))),
  );
  // « onze civils, dont sept enfants, ont péri »: eleven, even where the parse leaves them out of the clause
  const first = inside.find(({ span: own }) => amongWhich(scene, own) === null) ?? wholeOf(scene, type, inside[0]);
  if (!first) return null;
  // « une centaine de riverains évacués »
  if (type === 'displacement' && !UNITS_OF.displacement.test(first.unit ?? '')) return { ...first, unit: 'people' };
  if (type !== 'casualties') return first;
  return { ...first, unit: casualtyUnit(scene, first, span) };
}

/** « en a blessé une trentaine »: of those who were told of. */
function isOfThose({ sentence: { tokens } }: Scene, type: ClaimType, { head, unit }: Quantity, at: number): boolean {
  const hasEn = tokens.slice(Math.max(0, at - 3), at).some(({ lower, upos }) => lower === 'en' && upos === 'PRON');
  return type === 'casualties' && unit === null && hasEn && head > at && head <= at + 4;
}

/** « La force, qui comptera 5.000 hommes, a franchi le fleuve »: the figure of a relative clause that the word does not stand in. */
function isOfRelative({ sentence: { tokens } }: Scene, figure: number, at: number): boolean {
  for (let i = figure, steps = 0; i >= 0 && i !== at && steps < 12; i = tokens[i]!.head, steps++)
    if (tokens[i]!.deprel === 'acl:relcl') {
      for (let above = at, up = 0; above >= 0 && up < 20; above = tokens[above]!.head, up++)
        if (above === i) return false;
      return true;
    }
  return false;
}

/** « 135 recrues », « une dizaine d'assaillants »: people, by whatever name. */
function countsPeople({ sentence, input }: Scene, { head }: Quantity): boolean {
  const { lemma, lower } = sentence.tokens[head]!;
  return input.words.people.has(lemma) || input.words.people.has(lower);
}

/** Index of the « dont » that brings a figure in: « dont sept enfants », « dont au moins deux soldats »; null where none does. */
export function amongWhich({ sentence: { tokens } }: Scene, figure: Span): number | null {
  let at = tokens.findIndex(({ start }) => start >= figure.start) - 1;
  while (at > 0 && /^(?:au|moins|plus|de|d'|près|environ|quelque|un|une|les|ses|leurs)$/.test(tokens[at]!.lower)) at--;
  return tokens[at]?.lower === 'dont' ? at : null;
}

/** How many words a figure may stand before the « dont » that tells of a part of it. */
const WHOLE_WITHIN = 8;

/** The figure of which another is a part. */
function wholeOf(scene: Scene, type: ClaimType, part: Quantity | undefined): Quantity | undefined {
  const dont = part && amongWhich(scene, part.span);
  if (!part || dont === null || dont === undefined) return part;
  const { tokens } = scene.sentence;
  const whole = scene.quantities.findLast(
    ({ head, span, unit }) =>
      span.end <= tokens[dont]!.start && dont - head <= WHOLE_WITHIN && UNITS_OF[type].test(unit ?? ''),
  );
  return whole ?? part;
}

/** « 28 soldats exécutés » counts deaths, « douze policiers blessés » wounded, « 52 diplomates en otages » hostages. */
function casualtyUnit({ sentence, input }: Scene, quantity: Quantity, span: Span): string {
  if (input.words.deadUnits.has(quantity.unit ?? '')) return quantity.unit!;
  const words = sentence.tokens.filter((token) => overlaps(token, span)).map(({ lemma }) => lemma);
  if (words.some((word) => /^(?:otage|kidnapper|kidnapping|enlever|enlèvement|rapt)$/.test(word))) return 'hostages';
  if (
    words.some((word) => /^(?:blesser|blessé)$/.test(word)) &&
    !words.some((word) => /^(?:tuer|mourir|périr)$/.test(word))
  )
    return 'wounded';
  if (
    words.some((word) =>
      /^(?:capturer|capture|arrêter|interpeller|prisonnier|détenir|incarcérer|emprisonner|retenir)$/.test(word),
    )
  )
    return 'prisoners';
  return 'deaths';
}

export function quantityOf({ value, max, bound, unit }: Quantity): ClaimQuantity {
  return { value, ...(max === null ? {} : { max }), bound, unit: unit ?? 'units' };
}
