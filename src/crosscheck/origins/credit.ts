import { foldName } from '../../core/index.ts';
import type { LedgerDispatch } from '../../ledger/index.ts';
import type { Parties } from '../../reading/index.ts';

/** Whose words an outlet says that it prints: « (avec AFP) », « Source : Reuters », an agency in the dateline. */
export type Credit = {
  /** As a voice of that name has it: `party:afp`, `name:agence meridienne`. */
  readonly key: string;
  /** As it is printed. */
  readonly label: string;
};

/** Lines at the beginning and at the end where a credit stands, and how long such a line is at most. */
const EDGE_LINES = 3;
const LONGEST_LINE = 90;

const IN_BRACKETS = /\(([^()]{2,70})\)\s*$/u;
const SAID_SO = /^(?:avec|sources?\s*:|d['’]après|crédits?\s*:)\s*(?:les?\s+|la\s+|l['’])?/iu;

/** The first agency that a dispatch credits; null where it credits none. */
export function creditOf(text: string, { noise }: Pick<LedgerDispatch, 'noise'>, parties: Parties): Credit | null {
  for (const words of placesOfCredit(text, noise)) {
    const said = SAID_SO.exec(words.trim());
    const names = words.trim().slice(said?.[0].length ?? 0);
    for (const name of names.split(/\s*[|/,;–—]\s*|\s+-\s*|\s+et\s+/u)) {
      const credit = agencyOf(name.trim(), said !== null, parties);
      if (credit) return credit;
    }
  }
  return null;
}

/** Where credits stand: what is around the article, short lines at its edges, and a bracket at the end of its last line. */
function placesOfCredit(text: string, noise: LedgerDispatch['noise']): string[] {
  const around = noise
    .filter(({ kind }) => kind === 'dateline' || kind === 'byline' || kind === 'header')
    .flatMap(({ start, end }) => text.slice(start, end).split(/[\r\n()]+/u));
  const lines = text.split(/[\r\n]+/u).filter((line) => line.trim() !== '');
  const edges = [...lines.slice(0, EDGE_LINES), ...lines.slice(-EDGE_LINES)].filter(
    (line) => line.length <= LONGEST_LINE,
  );
  const brackets = lines.slice(-EDGE_LINES).flatMap((line) => IN_BRACKETS.exec(line.trimEnd())?.[1] ?? []);
  return [...around, ...brackets, ...edges];
}

/** A known agency by its whole name; one that nobody knows where the line says that it is the source. */
function agencyOf(name: string, isSaidSo: boolean, parties: Parties): Credit | null {
  if (name.length < 2) return null;
  const known = parties.lookup(name).find(({ party }) => parties.byId(party)?.kind === 'news-agency');
  if (known) return { key: `party:${parties.ancestors(known.party).at(-1) ?? known.party}`, label: name };
  return isSaidSo && /^\p{Lu}/u.test(name) ? { key: `name:${foldName(name)}`, label: name } : null;
}
