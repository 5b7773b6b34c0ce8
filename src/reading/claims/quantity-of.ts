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

export function quantityFor(scene: Scene, type: ClaimType, span: Span): Quantity | null {
  const inside = scene.quantities.filter(
    (quantity) => overlaps(quantity.span, span) && UNITS_OF[type].test(quantity.unit ?? ''),
  );
  const first = inside[0];
  if (!first) return null;
  if (type !== 'casualties') return first;
  return { ...first, unit: casualtyUnit(scene, first, span) };
}

/** « 28 soldats exécutés » counts deaths, « douze policiers blessés » wounded, « 52 diplomates en otages » hostages. */
function casualtyUnit({ sentence, input }: Scene, quantity: Quantity, span: Span): string {
  if (input.words.deadUnits.has(quantity.unit ?? '')) return quantity.unit!;
  const words = sentence.tokens.filter((token) => overlaps(token, span)).map(({ lemma }) => lemma);
  if (words.includes('otage') || words.includes('kidnapper') || words.includes('enlever')) return 'hostages';
  if (
    words.some((word) => /^(?:blesser|blessé)$/.test(word)) &&
    !words.some((word) => /^(?:tuer|mourir|périr)$/.test(word))
  )
    return 'wounded';
  if (words.some((word) => /^(?:capturer|arrêter|interpeller|prisonnier|détenir|incarcérer|emprisonner)$/.test(word)))
    return 'prisoners';
  return 'deaths';
}

export function quantityOf({ value, max, bound, unit }: Quantity): ClaimQuantity {
  return { value, ...(max === null ? {} : { max }), bound, unit: unit ?? 'units' };
}
