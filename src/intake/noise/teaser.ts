import { foldName } from '../../core/index.ts';
import type { Noise } from '../dispatch.ts';
import { hasStop, isHeadline, type Line } from '../lines.ts';
import { anyOf, press } from '../lists.ts';

/** A blurb is a sentence or two. */
const LONGEST_BLURB = 320;
/** Where the blurb speaks of the outlet, at most this share of its words may occur in the rest; the story shares far more. */
const SHARED_AT_MOST = 0.2;

const OUTLET_SPEAKS = new RegExp(
  `^(?:${"\\p{Lu}[\\p{L}\\p{N}'’.+-]*"}[ \\u00a0]?){1,4}(?:vous[ \\u00a0])?(?:${anyOf(press.outletVerbs)})(?!\\p{L})`,
  'u',
);
const SPEAKS_TO_READER = new RegExp(
  `[ \\u00a0]vous[ \\u00a0](?:${anyOf(press.outletVerbs)})(?!\\p{L})|^(?:${anyOf(press.outletOpenings)})(?!\\p{L})|(?<!\\p{L})(?:notre|nos|votre|vos)[ \\u00a0](?:${anyOf(press.outletGoods)})(?!\\p{L})`,
  'iu',
);
const rubrics = new Set(press.rubrics.map((rubric) => foldName(rubric)));
const common = new Set(press.commonWords);

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const regions = new Intl.DisplayNames(['fr'], { type: 'region', fallback: 'none' });
/** The French names of all countries, folded, out of the platform's own tables. */
const countries: ReadonlySet<string> = new Set(
  letters.flatMap((first) => letters.flatMap((second) => regions.of(first + second) ?? [])).map(foldName),
);

/**
 * A stray teaser of another story: a headline and its blurb, a block of their own in mid-text, that share next to nothing
 * with the rest. Either the blurb speaks of the outlet (« … vous résume ce que l'on sait »), or the headline opens with a
 * country or a rubric that the rest never names (« Pérou : un séisme… », « Tennis : … »), no other block does so (else it is a round-up, and a story in
 * its own right), and not one telling word is shared: to mark a paragraph of the story as noise loses its claims.
 */
export function teaserNoise(text: string, lines: readonly Line[]): Noise[] {
  const found: Noise[] = [];
  let whole: Theme | null = null;
  for (let i = 1; i < lines.length - 1; i++) {
    const headline = lines[i]!;
    const blurb = lines[i + 1]!;
    if (!headline.opensBlock || headline.closesBlock || !blurb.closesBlock) continue;
    if (!isHeadline(headline.text) || hasStop(headline.text)) continue;
    if (blurb.text.length > LONGEST_BLURB || !hasStop(blurb.text)) continue;
    whole ??= themeOf(text);
    const rule = teaserRule(headline.text, blurb.text, whole);
    if (rule) found.push({ start: headline.start, end: blurb.end, kind: 'teaser', rule });
  }
  const led = found.filter(({ rule }) => rule !== 'teaser-outlet');
  return led.length > 1 ? found.filter(({ rule }) => rule === 'teaser-outlet') : found;
}

function teaserRule(headline: string, blurb: string, whole: Theme): string | null {
  const speaks = SPEAKS_TO_READER.test(blurb) || OUTLET_SPEAKS.test(blurb);
  const lead = leadOf(headline);
  if (!speaks && lead === null) return null;
  const own = themeOf(`${headline}\n${blurb}`);
  if (!speaks && [...themeOf(lead!.name).keys()].some((word) => isShared(word, own, whole))) return null;
  const shared = [...own.keys()].filter((word) => isShared(word, own, whole)).length;
  const most = speaks ? SHARED_AT_MOST : 0;
  if (own.size === 0 || shared / own.size > most) return null;
  return speaks ? 'teaser-outlet' : lead!.rule;
}

/** What stands before the colon of « Pérou : un séisme… », « Tennis : … »; null where it is neither a country nor a rubric. */
function leadOf(headline: string): { name: string; rule: string } | null {
  const before = /^(?<name>[^:]{2,40}?)[ \u00a0]?:/u.exec(headline)?.groups?.name;
  if (before === undefined) return null;
  const name = foldName(before);
  if (countries.has(name)) return { name, rule: 'teaser-country' };
  return rubrics.has(name) ? { name, rule: 'teaser-rubric' } : null;
}

/** The words that show what a text is about, and how often each stands there. */
type Theme = ReadonlyMap<string, number>;

/** Words are cut to six letters, so that « attaque » and « attaques » are one. */
function themeOf(text: string): Theme {
  const counts = new Map<string, number>();
  for (const word of foldName(text).match(/\p{L}{4,}/gu) ?? []) {
    if (common.has(word)) continue;
    const cut = word.slice(0, 6);
    counts.set(cut, (counts.get(cut) ?? 0) + 1);
  }
  return counts;
}

/** True where the whole text has a word more often than the block that is a part of it. */
function isShared(word: string, block: Theme, whole: Theme): boolean {
  return (whole.get(word) ?? 0) > (block.get(word) ?? 0);
}
