import {
  addressOf,
  type Bilingual,
  type Operation,
  type Params,
  problem,
  type Query,
  type Reply,
} from '../contract/index.ts';

/** A request that did not give what was asked, with words for the person. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly code: string;
  readonly words: Bilingual;

  constructor(code: string, words: Bilingual, options?: { cause?: unknown }) {
    super(words.en, options);
    this.code = code;
    this.words = words;
  }
}

/** Asks the server. The reply has the contract's shape, or it is refused. */
export async function ask<O extends Operation>(
  operation: O,
  params: Params<O>,
  query: { readonly [K in keyof Query<O>]?: Query<O>[K] | null },
  signal: AbortSignal,
): Promise<Reply<O>> {
  const json = await fetchJson(addressOf(operation, params, query), signal);
  const read = operation.reply.safeParse(json);
  if (!read.success) throw new Refused('page/other-shape', OTHER_SHAPE, { cause: read.error });
  return read.data as Reply<O>;
}

/** A JSON document of the server, as it is. */
export async function fetchJson(address: string, signal: AbortSignal): Promise<unknown> {
  let response: Response;
  try {
    response = await fetch(address, { signal, headers: { accept: 'application/json' } });
  } catch (cause) {
    if (signal.aborted) throw cause;
    throw new Refused('page/no-answer', NO_ANSWER, { cause });
  }
  const json: unknown = await response.json();
  if (response.ok) return json;
  const said = problem.safeParse(json);
  if (!said.success) throw new Refused('page/other-shape', OTHER_SHAPE, { cause: said.error });
  throw new Refused(said.data.error.code, said.data.error.message);
}

const NO_ANSWER: Bilingual = {
  fr: 'Le bureau ne répond plus. Il a peut-être été fermé dans le terminal : lancez-le de nouveau, puis ouvrez l’adresse qu’il affiche.',
  en: 'The desk no longer answers. It may have been closed in the terminal: start it again, then open the address that it shows.',
};
const OTHER_SHAPE: Bilingual = {
  fr: 'Le bureau a répondu autrement que cette page ne l’attend. Rechargez la page ; si cela continue, signalez-le.',
  en: 'The desk answered otherwise than this page expects. Reload the page; if it goes on, please report it.',
};
