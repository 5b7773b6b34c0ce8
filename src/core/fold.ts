/**
 * A name as it is looked up: accents, case, ligatures, apostrophes and hyphens folded, white space single. Two spellings
 * that a reader takes for the same name fold to the same key (« Deir ez-Zor », « deir ez zor »).
 */
export function foldName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/œ/gu, 'oe')
    .replace(/æ/gu, 'ae')
    .replace(/[\p{Pd}\p{Zs}'’ʼʿʾ`´_.\s]+/gu, ' ')
    .trim();
}
