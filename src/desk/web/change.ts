import {
  addressOf,
  type Body,
  type ChangeOperation,
  EVENTS_PATH,
  type ImportItem,
  importFiles,
  importItem,
  type Params,
  problem,
  type Reply,
  serverEvent,
} from '../contract/index.ts';
import { Refused } from './ask.ts';
import { news } from './loading.svelte.ts';

/** What a page of another site cannot send. */
const OURS = { 'x-recoupe': '1', accept: 'application/json' };

/** Does something at the server; all open views then load anew. What it cannot do is `Refused`, with words for the person. */
export async function change<C extends ChangeOperation>(
  operation: C,
  params: Params<C>,
  body: Body<C>,
): Promise<Reply<C>> {
  const response = await send(addressOf(operation, params, {}), {
    headers: { ...OURS, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const read = operation.reply.safeParse(await response.json());
  if (!read.success) throw new Refused('page/other-shape', OTHER_SHAPE, { cause: read.error });
  news.count++;
  return read.data as Reply<C>;
}

/** Sends files with their paths, and tells of each as it is done. */
export async function* sendFiles(dossier: string, files: readonly File[]): AsyncGenerator<ImportItem> {
  const form = new FormData();
  for (const file of files) form.append('file', file, file.webkitRelativePath || file.name);
  const response = await send(addressOf(importFiles, { dossier }, {}), { headers: OURS, body: form });
  const lines = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { done, value } = await lines.read();
    const parts = (rest + (value ?? '')).split('\n');
    rest = parts.pop() ?? '';
    for (const line of parts) if (line) yield importItem.parse(JSON.parse(line));
    if (done) break;
  }
  if (rest) yield importItem.parse(JSON.parse(rest));
  news.count++;
}

async function send(address: string, request: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(address, { method: 'POST', ...request });
  } catch (cause) {
    throw new Refused('page/no-answer', NO_ANSWER, { cause });
  }
  if (response.ok) return response;
  const said = problem.safeParse(await response.json());
  if (!said.success) throw new Refused('page/other-shape', OTHER_SHAPE, { cause: said.error });
  throw new Refused(said.data.error.code, said.data.error.message);
}

/** Several entries in a row make the views load once. */
const QUIET_MS = 400;

/** Loads the open views anew when something changes elsewhere: in the terminal, in another window. */
export function followChanges(): void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const source = new EventSource(EVENTS_PATH);
  for (const type of ['changed', 'dossiers'])
    source.addEventListener(type, (event) => {
      const told = serverEvent.safeParse({ type, ...JSON.parse(String((event as MessageEvent).data)) });
      if (!told.success) return;
      clearTimeout(waiting);
      waiting = setTimeout(() => {
        news.count++;
      }, QUIET_MS);
    });
}

const NO_ANSWER = {
  fr: 'Le bureau ne répond plus : rien n’a été changé. Il a peut-être été fermé dans le terminal ; lancez-le de nouveau.',
  en: 'The desk no longer answers: nothing was changed. It may have been closed in the terminal; start it again.',
};
const OTHER_SHAPE = {
  fr: 'Le bureau a répondu autrement que cette page ne l’attend. Rechargez la page pour voir ce qui a été fait.',
  en: 'The desk answered otherwise than this page expects. Reload the page to see what was done.',
};
