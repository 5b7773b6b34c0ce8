import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestDesk, refusal, type TestDesk } from './test-desk.ts';

let desk: TestDesk;
beforeEach(async () => {
  desk = await openTestDesk({ lookEveryMs: 40 });
});
afterEach(async () => {
  expect(desk.faults).toEqual([]);
  await desk.close();
});

/** Reads the stream event by event: the name and the document of each. Pings are passed over. */
async function listen(): Promise<{ next: () => Promise<[string, unknown]>; leave: () => Promise<void> }> {
  const reply = await desk.ask('/api/events');
  expect(reply.headers.get('content-type')).toMatch(/^text\/event-stream/);
  const reader = reply.body!.pipeThrough(new TextDecoderStream()).getReader();
  let read = '';
  const next = async (): Promise<[string, unknown]> => {
    for (;;) {
      const end = read.indexOf('\n\n');
      if (end >= 0) {
        const block = read.slice(0, end);
        read = read.slice(end + 2);
        const { event, data } =
          /event: (?<event>.*)\ndata: (?<data>.*)/.exec(block)?.groups ??
          /data: (?<data>.*)\nevent: (?<event>.*)/.exec(block)!.groups!;
        if (event !== 'ping') return [event!, JSON.parse(data!)];
        continue;
      }
      const { value, done } = await reader.read();
      if (done) throw new Error('the stream has ended');
      read += value;
    }
  };
  return { next, leave: () => reader.cancel() };
}

test('a change is told once it can be asked for', async () => {
  const { id: dossier } = await desk.ledger.createDossier('Vallée');
  const { next, leave } = await listen();
  expect(await next()).toEqual(['open', {}]);
  await desk.change(`/api/dossiers/${dossier}/import/text`, { text: 'Rien de neuf dans la vallée ce matin, dit-on.' });
  const last = await desk.ledger.lastEntry(dossier);
  expect(await next()).toEqual(['changed', { type: 'changed', dossier, last }]);
  await leave();
});

test('a new dossier, and one with another title', async () => {
  const { next, leave } = await listen();
  await next();
  const { dossier } = await desk.change('/api/dossiers', { title: 'Vallée' });
  expect(await next()).toEqual(['dossiers', { type: 'dossiers' }]);
  await desk.change(`/api/dossiers/${dossier.id}/title`, { title: 'Fleuve' });
  expect(await next()).toEqual(['dossiers', { type: 'dossiers' }]);
  await leave();
});

test('what another program adds is told too', async () => {
  const { id: dossier } = await desk.ledger.createDossier('Vallée');
  const { next, leave } = await listen();
  await next();
  await new Promise((resolve) => setTimeout(resolve, 150)); // the ledger has been looked at
  await desk.ledger.renameDossier(dossier, 'Fleuve'); // past the desk, as « recoupe rename » does
  expect(await next()).toMatchObject(['changed', { dossier }]);
  await leave();
});

test('files are told of as they come', async () => {
  const { id: dossier } = await desk.ledger.createDossier('Vallée');
  const { next, leave } = await listen();
  await next();
  const form = new FormData();
  for (const name of ['un.txt', 'deux.txt'])
    form.append('file', new Blob([`Une note nommée ${name}, sans plus.`]), name);
  await (await desk.ask(`/api/dossiers/${dossier}/import/files`, { method: 'POST', body: form })).text();
  const told = [await next(), await next(), await next()].filter(([event]) => event === 'importing');
  expect(told).toMatchObject([
    ['importing', { dossier, place: 1, total: 2, name: 'deux.txt' }],
    ['importing', { dossier, place: 2, total: 2, name: 'un.txt' }],
  ]);
  await leave();
});

test('nobody listens who has not entered', async () =>
  expect(await refusal(await desk.ask('/api/events', { headers: { cookie: null } }))).toBe('401 desk/not-entered'));

test('the stream ends when the desk closes', async () => {
  const { next } = await listen();
  await next();
  desk.stop();
  await expect(next()).rejects.toThrow('the stream has ended');
});
