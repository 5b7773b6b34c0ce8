import process from 'node:process';
import { type Doubt, isDate, Problem } from '../core/index.ts';
import type { Dispatch, DispatchFormat } from './dispatch.ts';
import { dispatchFrom } from './dispatch-from.ts';
import { encodingNamed } from './encoding/names.ts';
import { languageTag } from './language.ts';
import { type Planned, planInputs } from './plan.ts';
import { badAddress, badDate, unknownEncoding } from './problems.ts';
import { readStream } from './read-file.ts';

/** What the user says of all that is gathered: it beats `dossier.json`, which beats the dispatch itself. */
export type GatherOptions = {
  readonly date?: string | null;
  readonly publisher?: string | null;
  readonly address?: string | null;
  readonly language?: string | null;
  readonly encoding?: string | null;
  readonly format?: DispatchFormat | null;
  /** What `-` reads; standard input where left out. */
  readonly stdin?: AsyncIterable<Uint8Array | string>;
};

/** Where an item stands among those gathered. */
export type Gathered = {
  /** The file's path inside the folder given, the file's name, or `stdin`: no two items of one call share it. */
  readonly name: string;
  /** Title of the `dossier.json` that lists it. */
  readonly dossier: string | null;
  /** Counts dispatches and problems, from 1; a notice has the place of the item that follows. */
  readonly place: number;
  /** How many dispatches and problems there will be in all. */
  readonly total: number;
};

/** A dispatch, what stood in the way of one, or something to tell about the inputs that stops nothing. */
export type Intake = Gathered &
  ({ readonly dispatch: Dispatch } | { readonly problem: Problem } | { readonly notice: Doubt });

/**
 * Takes in files, folders and standard input (`-`), one after the other as they are asked for. One bad item stops no other.
 *
 * @throws Problem `intake/bad-date`, `intake/bad-language`, `intake/bad-address`, `intake/unknown-encoding` before the first
 * item, where an option is wrong
 */
export async function* gather(
  inputs: readonly string[],
  options: GatherOptions = {},
): AsyncGenerator<Intake, void, void> {
  checkOptions(options);
  const stdin = () => readStream(options.stdin ?? process.stdin, 'stdin');
  const { items, notices } = await planInputs(inputs, stdin);
  const total = items.length;
  for (const { name, notice } of notices) yield { name, dossier: null, place: 1, total, notice };
  for (const [i, item] of items.entries()) {
    const at = { name: item.name, dossier: item.dossier, place: i + 1, total };
    yield { ...at, ...(await outcome(item, options)) };
  }
}

async function outcome(item: Planned, options: GatherOptions): Promise<{ dispatch: Dispatch } | { problem: Problem }> {
  try {
    return { dispatch: await take(item, options) };
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    return { problem };
  }
}

async function take(item: Planned, options: GatherOptions): Promise<Dispatch> {
  if ('problem' in item) throw item.problem;
  const { entry, name } = item;
  return dispatchFrom(await item.read(), {
    name,
    date: options.date ?? entry?.published ?? null,
    publisher: options.publisher ?? entry?.publisher ?? null,
    address: options.address ?? entry?.url ?? null,
    language: options.language ?? entry?.language ?? null,
    encoding: options.encoding ?? entry?.encoding ?? null,
    title: entry?.title ?? null,
    exercise: entry?.exercise ?? false,
    format: options.format ?? null,
  });
}

function checkOptions({ date, language, address, encoding }: GatherOptions): void {
  if (date != null && !isDate(date)) throw badDate(date);
  if (language != null) languageTag(language);
  if (address != null && !URL.canParse(address)) throw badAddress(address);
  if (encoding != null && encodingNamed(encoding) === null) throw unknownEncoding(encoding);
}
