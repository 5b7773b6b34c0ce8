import { eld } from 'eld/extrasmall';
import type { Doubt, Span } from '../core/index.ts';
import { badLanguage } from './problems.ts';

/** A language tag, and what is unsure about it. */
export type Told = { readonly language: string | null; readonly doubts: readonly Doubt[] };

/**
 * Measured on 2,656 French and English sentences cut to so many characters: right in all at 100, in 99.5 % at 60, in 96 %
 * at 30. The smallest of eld's four tables does as well from 60 on, and loads in a third of the next one's time.
 */
const SURE_CHARACTERS = 80;
const LEAST_CHARACTERS = 25;
/** What eld looks at in one go. */
const SAMPLE_CHARACTERS = 1000;

/** A BCP 47 tag in its usual spelling: `fr-ca` is `fr-CA`. Throws `intake/bad-language` on what is none. */
export function languageTag(tag: string): string {
  const canonical = canonicalTag(tag);
  if (canonical === null) throw badLanguage(tag);
  return canonical;
}

/** As `languageTag`, but null on what is none: for the tags of web pages, which write `fr_FR` too. */
export function canonicalTag(tag: string): string | null {
  try {
    const [canonical] = Intl.getCanonicalLocales(tag.trim());
    if (canonical === undefined) return null;
    // « french » has the form of a tag; only the names of languages tell that it is none.
    const { language } = new Intl.Locale(canonical);
    return new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' }).of(language) ? canonical : null;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** The language of a text out of its words, noise left out; null with a Doubt where they are too few or undecided. */
export function detectLanguage(text: string, noise: readonly Span[]): Told {
  const samples = samplesOf(withoutSpans(text, noise));
  const letters = samples.join('').match(/\p{L}/gu)?.length ?? 0;
  if (letters < LEAST_CHARACTERS) return { language: null, doubts: [tooShort()] };
  const votes = samples.map((sample) => eld.detect(sample)).filter((vote) => vote.language !== '');
  const first = votes[0];
  if (first === undefined || !first.isReliable()) return { language: null, doubts: [undecided()] };
  const other = votes.find((vote) => vote.language !== first.language && vote.isReliable());
  if (other) return { language: first.language, doubts: [mixed(first.language, other.language)] };
  return { language: first.language, doubts: letters < SURE_CHARACTERS ? [short(first.language)] : [] };
}

function withoutSpans(text: string, spans: readonly Span[]): string {
  let left = '';
  let from = 0;
  for (const { start, end } of spans) {
    left += `${text.slice(from, start)}\n`;
    from = end;
  }
  return (left + text.slice(from)).trim();
}

/** The beginning, and of a long text the middle too: a headline in one language may stand over a text in another. */
function samplesOf(text: string): string[] {
  const middle = Math.floor(text.length / 2);
  if (text.length < 2 * SAMPLE_CHARACTERS) return [text];
  return [text.slice(0, SAMPLE_CHARACTERS), text.slice(middle, middle + SAMPLE_CHARACTERS)];
}

function tooShort(): Doubt {
  return {
    span: null,
    rule: 'language-too-short',
    message: {
      fr: 'Trop peu de mots pour reconnaître la langue. Donnez-la : --language fr.',
      en: 'Too few words to tell the language. Give it: --language fr.',
    },
  };
}

function undecided(): Doubt {
  return {
    span: null,
    rule: 'language-undecided',
    message: {
      fr: "La langue n'est pas reconnue. Donnez-la : --language fr.",
      en: 'The language cannot be told. Give it: --language fr.',
    },
  };
}

function short(language: string): Doubt {
  return {
    span: null,
    rule: 'language-short',
    message: {
      fr: `Langue reconnue sur peu de mots : ${language}. Pour la fixer : --language ${language}.`,
      en: `Language told from few words: ${language}. To settle it: --language ${language}.`,
    },
  };
}

function mixed(language: string, other: string): Doubt {
  return {
    span: null,
    rule: 'language-mixed',
    message: {
      fr: `Le texte semble en deux langues : ${language} au début, ${other} plus loin ; ${language} compte. Pour la fixer : --language.`,
      en: `The text seems to be in two languages: ${language} at first, ${other} further on; ${language} counts. To settle it: --language.`,
    },
  };
}
