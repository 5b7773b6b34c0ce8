import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { dispatchSample, mention, readingSample } from '../ledger/samples.ts';
import { type Json, openTestDesk, refusal, type TestDesk } from './test-desk.ts';

const TEXT = 'Les forces du Nord tiennent Valmont, a indiqué mardi leur porte-parole. Trois cents habitants ont fui.';
const NORTH = mention(TEXT, 'Les forces du Nord tiennent Valmont');
const FLED = mention(TEXT, 'Trois cents habitants ont fui');
const onClaim = { layer: 'claim', type: 'control', words: NORTH };

let desk: TestDesk;
let dossier: string;
let dispatch: string;
let at: string;

beforeAll(async () => {
  desk = await openTestDesk();
});
afterAll(async () => {
  expect(desk.faults).toEqual([]);
  await desk.close();
});
beforeEach(async () => {
  ({ id: dossier } = await desk.ledger.createDossier('Vallée'));
  const added = await desk.ledger.addDispatch(dossier, dispatchSample(TEXT));
  dispatch = (added as Extract<typeof added, { dispatch: unknown }>).dispatch.id;
  at = `/api/dossiers/${dossier}/dispatches/${dispatch}`;
  const reading = readingSample(TEXT, {
    statements: [{ content: NORTH.text, source: mention(TEXT, 'leur porte-parole'), name: 'porte-parole' }],
    claims: [{ words: NORTH.text, statement: 's1', actor: ['north'] }],
  });
  await desk.ledger.putReading(dossier, dispatch, reading, { madeBy: 'people' });
});

const claims = async (): Promise<Json[]> => (await desk.json(at)).claims;

describe('a correction', () => {
  test('sets a slot, is told of beside it, and is undone and done again', async () => {
    const set = { ...onClaim, slot: 'actor', seen: ['north'], set: ['south'] };
    const { entry } = await desk.change(`${at}/corrections`, set);
    expect(await claims()).toMatchObject([
      { actor: ['south'], corrections: [{ entry, slot: 'actor', seen: ['north'] }] },
    ]);
    const undone = await desk.change(`/api/dossiers/${dossier}/entries/${entry}/undo`, {});
    expect(await claims()).toMatchObject([{ actor: ['north'], corrections: [] }]);
    await desk.change(`/api/dossiers/${dossier}/entries/${undone.entry}/undo`, {});
    expect(await claims()).toMatchObject([{ actor: ['south'] }]);
  });

  test('of a statement names who speaks', async () => {
    const words = NORTH;
    const body = { layer: 'statement', type: null, words, slot: 'by', seen: [], set: ['russia'] };
    await desk.change(`${at}/corrections`, body);
    expect((await desk.json(at)).statements).toMatchObject([{ by: ['russia'], corrections: [{ slot: 'by' }] }]);
    expect(await claims()).toMatchObject([{ source: { kind: 'party', parties: ['russia'] } }]);
  });

  const refused = [
    [
      'words that stand elsewhere',
      { ...onClaim, words: { ...NORTH, text: 'Les forces du Sud' }, slot: 'actor', seen: ['north'], set: [] },
      '400 ledger/words-differ',
    ],
    [
      'words beyond the end',
      { ...onClaim, words: { start: 5000, end: 5004, text: 'rien' }, slot: 'actor', seen: [], set: [] },
      '400 ledger/words-differ',
    ],
    [
      'a value that is none of that slot',
      { ...onClaim, slot: 'polarity', seen: 'affirmed', set: 'peut-être' },
      '400 ledger/bad-value',
    ],
    ['a slot that claims have not', { ...onClaim, slot: 'humeur', seen: null, set: null }, '400 desk/bad-request'],
    [
      'a value seen that is not there',
      { ...onClaim, slot: 'actor', seen: ['east'], set: ['south'] },
      '409 ledger/nothing-there',
    ],
    [
      'a claim of another type',
      { ...onClaim, type: 'attack', slot: 'actor', seen: ['north'], set: ['south'] },
      '409 ledger/nothing-there',
    ],
    ['no body at all', null, '400 desk/bad-request'],
  ] as const;
  for (const [what, body, said] of refused)
    test(`${what}: refused, and nothing is kept`, async () => {
      const before = (await desk.ledger.entries(dossier)).length;
      expect(await refusal(await desk.post(`${at}/corrections`, body))).toBe(said);
      expect((await desk.ledger.entries(dossier)).length).toBe(before);
    });

  test('that is no JSON is refused with the way out', async () => {
    expect(await refusal(await desk.post(`${at}/corrections`, null, { body: '{"layer":' }))).toBe(
      '400 desk/bad-request',
    );
    const plain = { headers: { 'content-type': 'text/plain' } };
    expect(await refusal(await desk.post(`${at}/corrections`, onClaim, plain))).toBe('400 desk/bad-request');
  });

  test('of a dispatch or dossier that is not there', async () => {
    const body = { ...onClaim, slot: 'actor', seen: ['north'], set: ['south'] };
    for (const path of [
      `/api/dossiers/${dossier}/dispatches/d-0/corrections`,
      `/api/dossiers/rien/dispatches/${dispatch}/corrections`,
    ])
      expect((await desk.post(path, body)).status).toBe(404);
  });
});

describe('rejecting, adding and accepting', () => {
  test('a rejected claim is gone, and comes back', async () => {
    const { entry } = await desk.change(`${at}/rejections`, onClaim);
    expect(await claims()).toEqual([]);
    await desk.change(`/api/dossiers/${dossier}/entries/${entry}/undo`, {});
    expect(await claims()).toMatchObject([{ type: 'control' }]);
  });

  test('a claim is added by its words, and marked as made by people', async () => {
    const quantity = { value: 300, bound: '=', unit: 'civilians' };
    await desk.change(`${at}/claims`, { ...FLED, type: 'displacement', target: ['civilians'], quantity });
    const added = (await claims()).find(({ type }) => type === 'displacement');
    expect(added).toMatchObject({
      ...FLED,
      made: 'people',
      quantity: { ...quantity, max: null },
      certainty: 'asserted',
    });
  });

  test('a claim is accepted, which does not change what it says', async () => {
    const [{ id }] = (await claims()) as [Json];
    const body = { about: { kind: 'claim', id }, ruling: 'accepted' };
    const { entry } = await desk.change(`/api/dossiers/${dossier}/verdicts`, body);
    expect(await claims()).toMatchObject([{ verdict: { ruling: 'accepted', author: 'Odile', entry } }]);
    await desk.change(`/api/dossiers/${dossier}/entries/${entry}/undo`, {});
    expect(await claims()).toMatchObject([{ verdict: null }]);
  });

  test('a verdict on what is not there is refused', async () => {
    const body = { about: { kind: 'finding', id: 'f-0' }, ruling: 'accepted' };
    expect(await refusal(await desk.post(`/api/dossiers/${dossier}/verdicts`, body))).toBe('404 desk/no-such-subject');
  });

  test('what has no way back cannot be undone, and nothing twice', async () => {
    const [created] = await desk.ledger.entries(dossier);
    const undo = (entry: string) => desk.post(`/api/dossiers/${dossier}/entries/${entry}/undo`, {});
    expect(await refusal(await undo(created!.id))).toBe('400 ledger/cannot-undo');
    expect(await refusal(await undo('rien'))).toBe('404 ledger/no-such-entry');
    const { entry } = await desk.change(`${at}/rejections`, onClaim);
    expect((await undo(entry)).status).toBe(200);
    expect(await refusal(await undo(entry))).toBe('409 ledger/already-undone');
  });
});

describe('a dossier', () => {
  test('is made, renamed, put away and taken out again', async () => {
    const { dossier: made } = await desk.change('/api/dossiers', { title: ' Fleuve ' });
    expect(made).toMatchObject({ title: 'Fleuve', archived: null, dispatches: 0 });
    await desk.change(`/api/dossiers/${made.id}/title`, { title: 'Delta' });
    await desk.change(`/api/dossiers/${made.id}/archive`, { archived: true });
    const listed = async () => (await desk.json('/api/dossiers')).dossiers.find(({ id }: Json) => id === made.id);
    expect(await listed()).toMatchObject({ title: 'Delta', archived: expect.stringMatching(/^\d{4}-/) });
    await desk.change(`/api/dossiers/${made.id}/archive`, { archived: false });
    expect(await listed()).toMatchObject({ archived: null });
  });
  test('without a title is refused', async () =>
    expect(await refusal(await desk.post('/api/dossiers', { title: '  ' }))).toBe('400 desk/bad-request'));
});

describe('the day of a dispatch', () => {
  const words = 'L’armée du Nord a repris mardi la ville de Raqqa, a annoncé jeudi son état-major.';
  let id: string;
  beforeEach(async () => {
    const { item } = await desk.change(`/api/dossiers/${dossier}/import/text`, { text: words });
    id = item.dispatch.id;
  });
  const times = async (): Promise<Json[]> =>
    (await desk.json(`/api/dossiers/${dossier}/dispatches/${id}`)).claims.map(({ time }: Json) => time);

  test('given, makes its own days resolve; taken back, they do not any more', async () => {
    expect(await times()).toEqual([null]);
    const path = `/api/dossiers/${dossier}/dispatches/${id}/date`;
    const dated = await desk.change(path, { day: '2017-10-19' });
    expect(dated).toMatchObject({
      outcome: 'dated',
      dispatch: { published: { date: '2017-10-19', given: 'user' }, state: 'read' },
    });
    expect(await times()).toEqual(['2017-10-17']);
    expect(await desk.change(path, { day: '2017-10-19' })).toMatchObject({ outcome: 'same', entry: null });
    await desk.change(`/api/dossiers/${dossier}/entries/${dated.entry}/undo`, {});
    expect(await times()).toEqual([null]);
  });

  for (const day of ['2017-02-30', 'jeudi', '17-10-2017', ''])
    test(`${JSON.stringify(day)} is no day`, async () => {
      const reply = await desk.post(`/api/dossiers/${dossier}/dispatches/${id}/date`, { day });
      expect(await refusal(reply)).toMatch(/^400 (?:ledger\/bad-day|desk\/bad-request)$/);
    });
});
