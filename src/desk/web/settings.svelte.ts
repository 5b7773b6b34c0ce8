import { type Lang, languageFor, speechIn } from './words/words.ts';

export const THEMES = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const LANG_KEY = 'recoupe-lang';
const THEME_KEY = 'recoupe-theme';

let lang = $state<Lang>(languageFor(localStorage.getItem(LANG_KEY), navigator.languages));
let theme = $state<Theme>(themeFor(localStorage.getItem(THEME_KEY)));
let deviceIsDark = $state(false);
const speech = $derived(speechIn(lang));

/** What this browser's reader chose: the language and the appearance of the page. */
export const settings = {
  get speech() {
    return speech;
  },
  get lang() {
    return lang;
  },
  set lang(chosen) {
    lang = chosen;
    localStorage.setItem(LANG_KEY, chosen);
    show();
  },
  get theme() {
    return theme;
  },
  set theme(chosen) {
    theme = chosen;
    localStorage.setItem(THEME_KEY, chosen);
    show();
  },
  /** True where the page is dark now; the map, which CSS cannot colour, asks. */
  get isDark() {
    return theme === 'dark' || (theme === 'auto' && deviceIsDark);
  },
};

/** Puts the settings on the page, and follows the device's appearance. */
export function applySettings(): void {
  const device = matchMedia('(prefers-color-scheme: dark)');
  deviceIsDark = device.matches;
  device.addEventListener('change', () => {
    deviceIsDark = device.matches;
  });
  show();
}

function show(): void {
  document.documentElement.lang = lang;
  document.documentElement.dataset.theme = theme;
}

function themeFor(kept: string | null): Theme {
  return THEMES.find((known) => known === kept) ?? 'auto';
}
