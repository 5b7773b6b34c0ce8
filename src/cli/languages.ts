import type { Bilingual, Lang } from '../core/index.ts';
import { type Words, words } from './words.ts';

/** The language to speak: `--lang` wherever it stands, else the locale; English where that is neither of ours. */
export function languageOf(argv: readonly string[], env: NodeJS.ProcessEnv): Lang {
  const at = argv.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const asked = at < 0 ? undefined : argv[at]!.includes('=') ? argv[at]!.slice(7) : argv[at + 1];
  if (asked === 'fr' || asked === 'en') return asked;
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || Intl.DateTimeFormat().resolvedOptions().locale;
  return /^fr(?![a-z])/i.test(locale) ? 'fr' : 'en';
}

/** What the command line says, in one language. */
export type Speech = {
  readonly lang: Lang;
  readonly say: Readonly<Record<keyof Words, string>>;
  readonly pick: (words: Bilingual) => string;
};

export function speechIn(lang: Lang): Speech {
  const say = Object.fromEntries(Object.entries(words).map(([key, value]) => [key, value[lang]])) as Record<
    keyof Words,
    string
  >;
  return { lang, say, pick: (own) => own[lang] };
}
