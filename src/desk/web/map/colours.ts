/**
 * Colours of parties on the map, by Okabe and Ito: told apart by colour-blind eyes, on light and on dark ground. A party
 * keeps its colour on every day and for every choice of sources, since they are given in the order of the whole dossier.
 */
const PALETTE = ['#d55e00', '#0072b2', '#009e73', '#e69f00', '#cc79a7', '#56b4e9', '#f0e442'] as const;

/** All parties beyond the palette share it. */
const OTHER = '#8c8c8c';

export function colourOf(party: string, holders: readonly string[]): string {
  return PALETTE[holders.indexOf(party)] ?? OTHER;
}

/** The class of a party's swatch; the page's style sheet holds the same colours (no inline style is allowed). */
export function swatchOf(party: string, holders: readonly string[]): string {
  const at = holders.indexOf(party);
  return at >= 0 && at < PALETTE.length ? `swatch-${at}` : 'swatch-other';
}

/** The colours of the ground. CSS cannot colour a WebGL map, so both sets stand here. */
export const GROUND = {
  light: {
    sea: '#dfe7ec',
    land: '#f7f4ed',
    near: '#fffdf8',
    border: '#a79f8f',
    province: '#d8d1c2',
    river: '#9db9cc',
    label: '#6b6457',
    name: '#22201c',
    halo: '#fffdf8',
    unknown: '#fffdf8',
    ring: '#4a453c',
    contested: '#a3341f',
  },
  dark: {
    sea: '#101418',
    land: '#1b1e22',
    near: '#23272c',
    border: '#5d6570',
    province: '#3a4048',
    river: '#33566e',
    label: '#9a9484',
    name: '#eae6dc',
    halo: '#15181b',
    unknown: '#15181b',
    ring: '#cfc9bb',
    contested: '#ff9b83',
  },
} as const;
export type Ground = (typeof GROUND)[keyof typeof GROUND];
