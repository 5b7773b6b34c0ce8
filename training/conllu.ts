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
  /** Index of the head among the sentence's surface tokens; -1 for the root. */
  readonly head: number;
  readonly deprel: string;
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
  const rows: string[][] = [];
  const owner = new Map<number, number>(); // the surface token that each word belongs to
  const forms: string[] = [];
  let coveredTo = 0;
  for (const line of lines) {
    const row = line.split('\t');
    const [id, form] = row;
    if (!id || !/^\d+(?:-\d+)?$/.test(id) || !form) continue;
    if (id.includes('-')) {
      coveredTo = Number(id.split('-')[1]);
      for (let word = Number(id.split('-')[0]); word <= coveredTo; word++) owner.set(word, forms.length);
      forms.push(form);
      continue;
    }
    if (Number(id) > coveredTo) {
      owner.set(Number(id), forms.length);
      forms.push(form);
    }
    rows.push(row);
  }
  return forms.map((form, i) => {
    const words = rows.filter((row) => owner.get(Number(row[0])) === i);
    const first = words[0]!;
    if (!(UPOS as readonly string[]).includes(first[3]!)) throw new Error(`${form}: ${first[3]} is no tag of UD`);
    // A contraction hangs where the one of its words hangs whose head lies outside it.
    const outer = words.find((row) => owner.get(Number(row[6])) !== i) ?? first;
    const head = owner.get(Number(outer[6])) ?? -1;
    // Of « du », the features of both its words: those of the article.
    const feats = words
      .map((row) => row[5]!)
      .filter((own) => own !== '_')
      .join('|');
    return { form, upos: first[3] as Upos, lemma: first[2]!, feats, head, deprel: outer[7]! };
  });
}

/** A list of forms with lemma, tag, features and how often, from a file of tab-separated rows. */
export function readForms(name: string): { form: string; upos: Upos; lemma: string; feats: string; count: number }[] {
  const path = fileURLToPath(new URL(`${name}.tsv.xz`, DATA));
  if (!existsSync(path)) throw new Error(`No list at ${path}. Training needs the data folder beside the checkout.`);
  return execFileSync('xz', ['-dc', path], { encoding: 'utf8', maxBuffer: 1 << 28 })
    .trim()
    .split('\n')
    .map((line) => {
      const [form, lemma, upos, feats, count] = line.split('\t');
      return {
        form: form!,
        upos: upos as Upos,
        lemma: lemma!,
        feats: feats === '_' ? '' : feats!,
        count: Number(count),
      };
    })
    .filter(({ upos }) => (UPOS as readonly string[]).includes(upos));
}
