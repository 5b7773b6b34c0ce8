import {
  type Body,
  type ChangeOperation,
  changes,
  type EntryMade,
  type Params,
  type Reply,
} from '../../contract/index.ts';
import { Refused } from '../ask.ts';
import { change } from '../change.ts';
import { settings } from '../settings.svelte.ts';

/** Something that was done at one go, and the entries that it made: undoing them undoes it. */
export type Deed = { readonly entries: readonly string[]; readonly what: string };

/** What a person does in a view: one thing at a time, each can be taken back in the order in which it was done. */
export class Hand {
  readonly #dossier: () => string;
  #deeds = $state.raw<readonly Deed[]>([]);
  busy = $state(false);
  trouble = $state<string | null>(null);
  /** What the last thing was, for the line that offers to undo it. */
  told = $state<string | null>(null);

  constructor(dossier: () => string) {
    this.#dossier = dossier;
  }

  get last(): Deed | null {
    return this.#deeds.at(-1) ?? null;
  }

  /** Does several changes in a row; true when all were done. What the ledger refuses is told in `trouble`. */
  async do<C extends ChangeOperation>(
    operation: C,
    params: Params<C>,
    bodies: readonly Body<C>[],
    what: string,
  ): Promise<boolean> {
    return this.#alone(async () => {
      const before = this.#deeds;
      const entries: string[] = [];
      for (const body of bodies) {
        const reply: Reply<C> = await change(operation, params, body);
        entries.push((reply as EntryMade).entry);
        this.#deeds = [...before, { entries: [...entries], what }]; // what was done before one is refused can be undone too
        this.told = what;
      }
    });
  }

  async undo(deed: Deed): Promise<boolean> {
    return this.#alone(async () => {
      for (const entry of deed.entries.toReversed())
        await change(changes.undo, { dossier: this.#dossier(), entry }, {});
      this.#deeds = this.#deeds.filter((own) => !deed.entries.every((entry) => own.entries.includes(entry)));
      this.told = settings.speech.words.hand.undone(deed.what);
    });
  }

  async #alone(work: () => Promise<void>): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    this.trouble = null;
    try {
      await work();
      return true;
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      this.trouble = settings.speech.pick(error.words);
      return false;
    } finally {
      this.busy = false;
    }
  }
}
