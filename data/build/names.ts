import { foldName } from '../../src/core/index.ts';

const LATIN = /^[\p{Script=Latin}\p{M}\p{Zs}\p{Pd}'’.]+$/u;

/** True for a name that a dispatch in Latin letters may bear; codes of airports and the like are none. */
export function isLatinName(name: string): boolean {
  return name.length > 3 && LATIN.test(name) && name !== name.toUpperCase();
}

/** What Natural Earth's French names put before the name: « canton de Vaud », « de Homs », « d'Omsk ». */
const FRENCH_UNITS =
  /^(?:(?:autonome|canton|cité|commune|comté|district|département|fédéral|gouvernorat|kraï|londonien|municipalité|oblast|paroisse|province|préfecture|région|république|ville|voblast|voïvodie|wilaya) )*(?:de la |de l['’]|du |des |de |d['’])/iu;

/** A Natural Earth name in French as a map would label it: without the unit and its article, with a capital letter. */
export function frenchUnitName(name: string): string {
  const bare = name.replace(FRENCH_UNITS, '').trim();
  return bare === '' ? name : bare[0]!.toUpperCase() + bare.slice(1);
}

const ENGLISH_UNITS =
  /^(?:Republic of |Province of |State of |Region of )|(?: (?:State|Oblast|Krai|Prefecture|Economic Prefecture|Governorate|Province|County|District|Autonomous Okrug))$/gu;

export function englishUnitName(name: string): string {
  return name.replace(ENGLISH_UNITS, '').trim() || name;
}

/** « Homs (Hims) » is two names, « Al Hasaka|Al-Haska » too. */
export function splitNames(names: string | null): readonly string[] {
  return (names ?? '')
    .split(/[|()/;,]/u)
    .map((name) => name.trim())
    .filter((name) => name.length > 1);
}

/**
 * The keys under which a name is looked up: folded, and again with its apostrophes left out where they stand inside a
 * word, for « Debal'tseve » is written « Debaltseve ». A label with brackets is no name anyone writes.
 */
export function keysOf(name: string): readonly string[] {
  if (/[()]/u.test(name)) return [];
  const key = foldName(name);
  if (key.length < 2) return [];
  const joined = foldName(name.replace(/(?<=\p{L})['’ʼʿʾ`´](?=\p{L}|$)/gu, ''));
  // In « N'Djamena » and « Côte d'Ivoire » the apostrophe is a letter's or a word's edge; both ways are written.
  return joined === key ? [key] : [key, joined];
}
