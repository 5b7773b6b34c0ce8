import type { Noise } from '../dispatch.ts';
import type { Line } from '../lines.ts';
import { AGENCY, foldLine, press } from '../lists.ts';
import { lineRules } from './line-rules.fr.ts';

/** How many lines at the top and at the end count as edges. */
const TOP_LINES = 8;
const END_LINES = 8;
/** No signature, credit or page furniture is longer; longer lines are not matched at all. */
const LONGEST = 420;

const compiled = lineRules.map((rule) => ({
  ...rule,
  regex: new RegExp(`^(?:${rule.pattern})$`, rule.anyCase ? 'iu' : 'u'),
}));
const navigation = new Set(press.navigation.map(foldLine));

/** Lines that are no part of the story whatever stands around them: signatures, credits, furniture of a page. */
export function lineNoise(lines: readonly Line[]): Noise[] {
  return lines.flatMap((line, i) => {
    const atEdge = i < TOP_LINES || i >= lines.length - END_LINES;
    const rule = ruleFor(line.text, atEdge);
    return rule ? [{ start: line.start, end: line.end, ...rule }] : [];
  });
}

function ruleFor(text: string, atEdge: boolean): Pick<Noise, 'kind' | 'rule'> | null {
  if (text.length > LONGEST) return null;
  for (const { name, kind, where, regex } of compiled)
    if ((where === 'anywhere' || atEdge) && regex.test(text)) return { kind, rule: name };
  // « Partager » or « Accueil > Monde » as a whole line, with whatever arrows and bars stand around it.
  const parts =
    text.length > 120
      ? []
      : text
          .split(/[|•·>»/]+/u)
          .map(foldLine)
          .filter(Boolean);
  if (parts.length > 0 && parts.every((part) => navigation.has(part)))
    return { kind: 'navigation', rule: 'navigation-line' };
  return null;
}

/** Behind a full stop: « … dans la soirée. (avec AFP) ». */
const TRAILING_AGENCY = new RegExp(
  `(?<=[.!?…»"”])\\s+(?<words>\\((?:[Aa]vec )?${AGENCY}(?:(?:,| et|/) ?${AGENCY})*\\)\\.?)$`,
  'u',
);
const TRAILING_PHOTO = /\s(?<words>©\s?[^.!?©\n]{2,60}|\((?:photo|crédits?(?: photos?)?)\s?:?\s[^()\n]{2,60}\))$/iu;

/** The name of the publisher as a line of its own among the first ones. */
export function publisherLines(lines: readonly Line[], publisher: string | null): Noise[] {
  const name = publisher === null ? '' : foldLine(publisher);
  if (name === '') return [];
  const own = lines.slice(0, 4).filter(({ text }) => text.length < 120 && foldLine(text) === name);
  return own.map(({ start, end }) => ({ start, end, kind: 'header', rule: 'header-publisher' }));
}

/** « … dans la soirée. (AFP) » at the end of the last telling line; « … à Baghouz (Photo : Untel) » at the end of any line. */
export function trailingCredits(lines: readonly Line[], lastStory: Line | null): Noise[] {
  return lines.flatMap((line): Noise[] => {
    const tail = line.text.slice(-100);
    const agency = line === lastStory ? TRAILING_AGENCY.exec(tail) : null;
    const words = (agency ?? TRAILING_PHOTO.exec(tail))?.groups?.words;
    if (words === undefined) return [];
    return [{ start: line.end - words.length, end: line.end, kind: 'byline', rule: 'credit-trailing' }];
  });
}
