// Reads the treebanks that models are trained on, from the folder of data beside the checkout. Nothing of them is copied.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { UPOS, type Upos } from '../src/language/index.ts';

const DATA = new URL('../../shared/data/', import.meta.url);

/** One surface token of a treebank; a contraction counts once, by its first word. */
export type GoldToken = {
  readonly form: string;
  readonly upos: Upos;
  readonly lemma: string;
  /** CoNLL-U features; empty where there are none. */
  readonly feats: string;
};

/** The sentences of a treebank file, `ud-french-sequoia/train`. Needs the `xz` program. Throws where the file is absent. */
export function readTreebank(name: string): GoldToken[][] {
  const path = fileURLToPath(new URL(`${name}.conllu.xz`, DATA));
  if (!existsSync(path)) throw new Error(`No treebank at ${path}. Training needs the data folder beside the checkout.`);
  const text = execFileSync('xz', ['-dc', path], { encoding: 'utf8', maxBuffer: 1 << 28 });
  return text
    .trim()
    .split('\n\n')
    .map((block) => sentence(block.split('\n')));
}

function sentence(lines: readonly string[]): GoldToken[] {
  const found: GoldToken[] = [];
  let coveredTo = 0;
  let contraction: string | null = null;
  for (const line of lines) {
    const [id, form, lemma, upos, , feats] = line.split('\t');
    if (!id || !/^\d+(?:-\d+)?$/.test(id) || !form) continue;
    if (id.includes('-')) {
      coveredTo = Number(id.split('-')[1]);
      contraction = form;
      continue;
    }
    if (contraction === null && Number(id) <= coveredTo) continue; // the contraction's second word
    if (!(UPOS as readonly string[]).includes(upos!)) throw new Error(`${form}: ${upos} is no tag of UD`);
    found.push({ form: contraction ?? form, upos: upos as Upos, lemma: lemma!, feats: feats === '_' ? '' : feats! });
    contraction = null;
  }
  return found;
}
