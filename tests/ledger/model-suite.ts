import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Problem } from '../../src/core/index.ts';
import type { Dispatch } from '../../src/intake/index.ts';
import {
  type Finding,
  type FindingSide,
  type Ledger,
  type LedgerDispatch,
  openLedger,
  type Place,
} from '../../src/ledger/index.ts';
import type { DispatchReading } from '../../src/reading/index.ts';
import { day, dispatchSample, mention, readingSample } from './samples.ts';

/** A clock that a test sets. It goes on by a second each time it is asked. */
export function testClock(start: string): { readonly clock: () => Date; readonly set: (instant: string) => void } {
  let now = Date.parse(start);
  return {
    clock: () => {
      now += 1000;
      return new Date(now);
    },
    set: (instant) => {
      now = Date.parse(instant);
    },
  };
}

const FORT = 'Le fort de Karrad est tenu par la milice';
const FIGHTERS = 'moins de 300 combattants';
const TEXT = `${FORT} et ${FIGHTERS} y restent, selon l'observatoire d'Ostrie.`;
const KARRAD = { name: 'Karrad', candidates: [{ id: 'recoupe:karrad', why: 'only-place-of-that-name' }] };

const reading = (published: string | null, version = '1'): DispatchReading =>
  readingSample(TEXT, {
    published,
    version,
    statements: [{ content: `${FORT} et ${FIGHTERS} y restent`, by: ['observatory'], name: "observatoire d'Ostrie" }],
    claims: [
      { words: FORT, statement: 's1', actor: ['militia'], place: [KARRAD], time: published },
      {
        words: FIGHTERS,
        type: 'strength',
        statement: 's1',
        actor: ['militia'],
        quantity: { value: 300, bound: '<', unit: 'fighters' },
        time: published,
      },
    ],
  });

/** The tests of the model, the same for every store. `newPlace` gives the place of an empty ledger. */
export function modelSuite(newPlace: () => Promise<Place>): void {
  let ledger: Ledger;
  const { clock, set } = testClock('2026-03-01T10:00:00.000Z');
  let count = 0;
  const newDossier = async () => (await ledger.createDossier(`Essai ${++count}`)).id;

  /** Adds and reads a dispatch, and gives its row. */
  const put = async (
    dossier: string,
    text: string,
    given: Partial<Dispatch>,
    made: DispatchReading,
  ): Promise<LedgerDispatch> => {
    const added = await ledger.addDispatch(dossier, dispatchSample(text, given));
    if (added.outcome === 'removed') throw new Error('removed');
    await ledger.putReading(dossier, added.dispatch.id, made);
    return ledger.dispatch(dossier, added.dispatch.id);
  };
  const claimsOf = async (dossier: string, ask = {}) => (await ledger.accounts(dossier, ask)).claims;
  const problemOf = async (work: Promise<unknown>): Promise<string> => {
    const error = await work.then(
      () => null,
      (reason: unknown) => reason,
    );
    return error instanceof Problem ? error.code : `no Problem: ${error}`;
  };

  beforeAll(async () => {
    ledger = await openLedger(await newPlace(), { author: 'Ana', clock });
  });
  afterAll(() => ledger.close());

  describe('dossiers', () => {
    test('are found by id and by title, with or without accents and case', async () => {
      const { id } = await ledger.createDossier('Hiver à Karrad');
      for (const asked of [id, 'Hiver à Karrad', 'hiver a karrad'])
        expect((await ledger.findDossier(asked)).id).toBe(id);
    });

    test('a title that nothing or several answer to is a Problem that lists the dossiers', async () => {
      const one = await ledger.createDossier('Deux fois');
      const two = await ledger.createDossier('Deux fois');
      expect(await problemOf(ledger.findDossier('Trois fois'))).toBe('ledger/no-such-dossier');
      const error = await ledger.findDossier('Deux fois').catch((reason: Problem) => reason);
      expect(error).toMatchObject({ code: 'ledger/several-dossiers' });
      expect((error as Problem).message).toContain(one.id);
      expect((error as Problem).message).toContain(two.id);
    });

    test('opening one by its title makes it once', async () => {
      const first = await ledger.openDossier('Une fois');
      expect((await ledger.openDossier('Une fois')).id).toBe(first.id);
    });

    test('a title can change, and the change can be undone', async () => {
      const { id } = await ledger.createDossier('Avant');
      const entry = await ledger.renameDossier(id, 'Après');
      expect((await ledger.findDossier(id)).title).toBe('Après');
      await ledger.undo(id, entry.id);
      expect((await ledger.findDossier(id)).title).toBe('Avant');
    });

    test('one that is put away is still found by its title, and can be taken out again', async () => {
      const { id } = await ledger.createDossier('Rangé');
      const entry = await ledger.archiveDossier(id, true);
      expect(await ledger.archiveDossier(id, true)).toBeNull();
      expect((await ledger.findDossier('rangé')).archived).toBe(entry!.learned);
      await ledger.rebuild(id);
      expect((await ledger.findDossier(id)).archived).toBe(entry!.learned);
      await ledger.archiveDossier(id, false);
      expect((await ledger.findDossier(id)).archived).toBeNull();
      await ledger.undo(id, (await ledger.entries(id)).at(-1)!.id);
      expect((await ledger.findDossier(id)).archived).toBe(entry!.learned);
    });
  });

  describe('a dispatch is one publication', () => {
    const given = { publisher: 'Le Veilleur', address: 'https://veilleur.example/1', published: day('2017-12-07') };

    test('the same bytes, publisher and address again change nothing', async () => {
      const dossier = await newDossier();
      const first = await ledger.addDispatch(dossier, dispatchSample(TEXT, given));
      const before = await ledger.entries(dossier);
      const second = await ledger.addDispatch(dossier, dispatchSample(TEXT, { ...given, name: 'autre.txt' }));
      expect([first.outcome, second.outcome]).toEqual(['added', 'same']);
      expect(await ledger.entries(dossier)).toEqual(before);
    });

    test('the same text elsewhere is another dispatch of the same origin', async () => {
      const dossier = await newDossier();
      const first = await ledger.addDispatch(dossier, dispatchSample(TEXT, given));
      const elsewhere = { ...given, publisher: 'La Dépêche du Val', address: 'https://val.example/9' };
      const second = await ledger.addDispatch(dossier, dispatchSample(TEXT, elsewhere));
      if (first.outcome === 'removed' || second.outcome === 'removed') throw new Error('removed');
      expect(second.outcome).toBe('added');
      expect(second.sameText).toEqual([first.dispatch.id]);
      expect(second.dispatch.newer).toBeNull();
    });

    test('a page fetched again that differs outside its text is the same publication', async () => {
      const dossier = await newDossier();
      await ledger.addDispatch(dossier, dispatchSample(TEXT, given));
      const bytes = new TextEncoder().encode(`<p>${TEXT}</p><p>12:31</p>`);
      expect((await ledger.addDispatch(dossier, dispatchSample(TEXT, { ...given, bytes }))).outcome).toBe('same');
    });

    test('a user’s day that is new dates it, and it is to be read again', async () => {
      const dossier = await newDossier();
      const undated = { ...given, published: null };
      const { id } = await put(dossier, TEXT, undated, reading(null));
      expect((await claimsOf(dossier))[0]!.clocks).toMatchObject({ said: null, held: null });
      const again = await ledger.addDispatch(
        dossier,
        dispatchSample(TEXT, { ...given, published: day('2017-12-07', 'user') }),
      );
      expect(again).toMatchObject({
        outcome: 'dated',
        dispatch: { id, state: 'stale', published: { date: '2017-12-07' } },
      });
      expect((await claimsOf(dossier))[0]!.clocks).toMatchObject({ said: '../2017-12-07', held: null });
      await ledger.putReading(dossier, id, reading('2017-12-07'));
      expect((await ledger.dispatch(dossier, id)).state).toBe('read');
      expect((await claimsOf(dossier))[0]!.clocks.held).toEqual({ first: '2017-12-07', last: '2017-12-07' });
      expect(
        (await ledger.addDispatch(dossier, dispatchSample(TEXT, { ...given, published: day('2017-12-07', 'user') })))
          .outcome,
      ).toBe('same');
    });

    test('a day that metadata gives does not change the one that is known', async () => {
      const dossier = await newDossier();
      await ledger.addDispatch(dossier, dispatchSample(TEXT, given));
      const other = { ...given, published: day('2017-12-31', 'metadata') };
      expect((await ledger.addDispatch(dossier, dispatchSample(TEXT, other))).outcome).toBe('same');
    });

    test('a text with a null character, and a day that is none, are Problems', async () => {
      const dossier = await newDossier();
      expect(await problemOf(ledger.addDispatch(dossier, dispatchSample('a\u0000b')))).toBe('ledger/unstorable-text');
      expect(await problemOf(ledger.addDispatch(dossier, dispatchSample('a\ud83db')))).toBe('ledger/unstorable-text');
      const { id } = await put(dossier, TEXT, given, reading('2017-12-07'));
      expect(await problemOf(ledger.dateDispatch(dossier, id, '2017-02-30'))).toBe('ledger/bad-day');
    });

    test('bytes and text come back as they went in', async () => {
      const dossier = await newDossier();
      const text = 'Éclats 🛰 d’hiver\r\n\t« ok »';
      const bytes = new Uint8Array([0, 255, 254, 10, 13, 39, 92, 0]);
      const added = await ledger.addDispatch(dossier, dispatchSample(text, { bytes }));
      if (added.outcome === 'removed') throw new Error('removed');
      const content = await ledger.content(dossier, added.dispatch.id);
      expect(content.text).toBe(text);
      expect(new Uint8Array(content.bytes)).toEqual(bytes);
    });
  });

  describe('versions at one address', () => {
    const address = 'https://veilleur.example/direct';
    const OLD = 'Karrad est prise par la milice. La milice compte 300 hommes.';
    const NEW = 'Depuis ce matin, Karrad est prise par la milice. La milice compte 500 hommes.';
    const say = (text: string, men: number, published: string) =>
      readingSample(text, {
        published,
        claims: [
          { words: 'Karrad est prise par la milice', type: 'capture', actor: ['militia'], place: [KARRAD] },
          {
            words: `La milice compte ${men} hommes`,
            type: 'strength',
            actor: ['militia'],
            quantity: { value: men, bound: '=', unit: 'fighters' },
            time: published,
          },
        ],
      });
    const first = (dossier: string) =>
      put(dossier, OLD, { address, published: day('2017-12-07') }, say(OLD, 300, '2017-12-07'));
    const second = (dossier: string) =>
      put(dossier, NEW, { address, published: day('2017-12-09') }, say(NEW, 500, '2017-12-09'));

    test('the newer answers, and what it no longer says is withdrawn', async () => {
      const dossier = await newDossier();
      const v1 = await first(dossier);
      const added = await ledger.addDispatch(dossier, dispatchSample(NEW, { address, published: day('2017-12-09') }));
      if (added.outcome === 'removed') throw new Error('removed');
      expect(added).toMatchObject({ outcome: 'version', dispatch: { version: 2, newer: null } });
      // Not read yet, it says nothing, and the older version goes on answering.
      expect((await claimsOf(dossier)).map((claim) => claim.dispatch)).toEqual([v1.id, v1.id]);
      const v2 = await second(dossier);
      expect(await ledger.dispatch(dossier, v1.id)).toMatchObject({ version: 1, newer: v2.id });
      const now = await claimsOf(dossier);
      expect(now.map((claim) => [claim.dispatch, claim.text])).toEqual([
        [v2.id, 'Karrad est prise par la milice'],
        [v2.id, 'La milice compte 500 hommes'],
      ]);
      const all = await claimsOf(dossier, { withdrawn: true });
      expect(all.filter((claim) => claim.withdrawn)).toMatchObject([
        {
          dispatch: v1.id,
          text: 'La milice compte 300 hommes',
          withdrawn: { by: v2.id, learned: v2.reading!.learned },
        },
      ]);
    });

    test('asked what was said by a day before it, the older version answers again', async () => {
      const dossier = await newDossier();
      const v1 = await first(dossier);
      const v2 = await second(dossier);
      const by = async (saidBy: string) => [
        ...new Set((await claimsOf(dossier, { saidBy })).map((claim) => claim.dispatch)),
      ];
      expect(await by('2017-12-06')).toEqual([]);
      expect(await by('2017-12-08')).toEqual([v1.id]);
      expect(await by('2017-12-09')).toEqual([v2.id]);
    });

    test('asked what had been learned before it, the older version answers again', async () => {
      const dossier = await newDossier();
      set('2026-04-01T00:00:00.000Z');
      const v1 = await first(dossier);
      set('2026-04-02T00:00:00.000Z');
      const v2 = await second(dossier);
      const by = async (learnedBy: string) => [
        ...new Set((await claimsOf(dossier, { learnedBy })).map((claim) => claim.dispatch)),
      ];
      expect(await by('2026-03-31T00:00:00Z')).toEqual([]);
      expect(await by('2026-04-01T12:00:00Z')).toEqual([v1.id]);
      expect(await by('2026-04-03T02:00:00+02:00')).toEqual([v2.id]);
      expect((await ledger.accounts(dossier, { learnedBy: '2026-04-01T12:00:00Z' })).dispatches).toMatchObject([
        { id: v1.id, version: 1, newer: null },
      ]);
    });

    test('a version published earlier and added later stands before it', async () => {
      const dossier = await newDossier();
      const v2 = await second(dossier);
      const v1 = await first(dossier);
      expect(await ledger.dispatch(dossier, v1.id)).toMatchObject({ version: 1, newer: v2.id });
      expect(await ledger.dispatch(dossier, v2.id)).toMatchObject({ version: 2, newer: null });
    });
  });

  describe('three clocks', () => {
    test('held, said and learned are kept apart', async () => {
      const dossier = await newDossier();
      set('2026-05-01T08:00:00.000Z');
      const text = `${FORT} depuis octobre, avait dit mardi la milice. ${FIGHTERS} y restent.`;
      const made = readingSample(text, {
        published: '2017-12',
        statements: [{ content: `${FORT} depuis octobre`, said: '2017-12-05', by: ['militia'] }],
        claims: [
          { words: FORT, statement: 's1', actor: ['militia'], time: '2017-10/..' },
          { words: FIGHTERS, type: 'strength', actor: ['militia'], time: null },
        ],
      });
      await put(dossier, text, { published: day('2017-12') }, made);
      const [spoken, narrated] = await claimsOf(dossier);
      expect(spoken!.clocks).toMatchObject({ held: { first: '2017-10-01', last: null }, said: '2017-12-05' });
      expect(narrated!.clocks).toMatchObject({ held: null, said: '../2017-12-31' });
      expect(spoken!.clocks.learned.slice(0, 10)).toBe('2026-05-01');
      // The month is over before we can be sure that it was out.
      expect((await claimsOf(dossier, { saidBy: '2017-12-15' })).map((claim) => claim.text)).toEqual([FORT]);
      expect(await claimsOf(dossier, { saidBy: '2017-12-31' })).toHaveLength(2);
    });

    test('an undated dispatch borrows no day', async () => {
      const dossier = await newDossier();
      await put(dossier, TEXT, {}, reading(null));
      expect((await claimsOf(dossier)).map(({ clocks }) => [clocks.held, clocks.said])).toEqual([
        [null, null],
        [null, null],
      ]);
      expect(await claimsOf(dossier, { saidBy: '2030-01-01' })).toEqual([]);
    });

    test('the instant of publication stands beside the civil day', async () => {
      const dossier = await newDossier();
      const published = { ...day('2017-12-08'), instant: '2017-12-08T00:30:00+03:00' };
      const { id } = await put(dossier, TEXT, { published }, reading('2017-12-08'));
      expect((await ledger.dispatch(dossier, id)).published).toEqual(published);
    });

    test('an instant without an offset is a Problem', async () => {
      const dossier = await newDossier();
      expect(await problemOf(ledger.accounts(dossier, { learnedBy: '2017-12-07T10:00' }))).toBe('ledger/bad-instant');
      expect(await problemOf(ledger.accounts(dossier, { saidBy: '7 décembre' }))).toBe('ledger/bad-day');
    });

    test('a claim that every reading makes keeps the instant when it was first learned', async () => {
      const dossier = await newDossier();
      const { id } = await put(dossier, TEXT, { published: day('2017-12-07') }, reading('2017-12-07', '1'));
      const before = await claimsOf(dossier);
      set('2026-06-01T00:00:00.000Z');
      await ledger.putReading(dossier, id, reading('2017-12-07', '2'));
      expect(await claimsOf(dossier)).toEqual(before);
      expect((await ledger.dispatch(dossier, id)).reading!.reader.reader).toBe('2');
    });

    test('entries are in order even when the clock goes back', async () => {
      const dossier = await newDossier();
      set('2026-07-01T00:00:00.000Z');
      await ledger.renameDossier(dossier, 'un');
      set('2026-01-01T00:00:00.000Z');
      await ledger.renameDossier(dossier, 'deux');
      const entries = await ledger.entries(dossier);
      expect(entries.map((entry) => entry.kind)).toEqual(['dossier-created', 'dossier-titled', 'dossier-titled']);
      expect(entries[2]!.learned).toBe(entries[1]!.learned);
      expect((await ledger.findDossier(dossier)).title).toBe('deux');
      set('2026-08-01T00:00:00.000Z');
    });
  });

  describe('readings', () => {
    test('a reading whose words are not in the text is refused, and the former answers on', async () => {
      const dossier = await newDossier();
      const { id } = await put(dossier, TEXT, { published: day('2017-12-07') }, reading('2017-12-07'));
      const before = await ledger.accounts(dossier);
      const wrong = reading('2017-12-07', '2');
      const shifted = { ...wrong, claims: wrong.claims.map((claim) => ({ ...claim, start: claim.start + 1 })) };
      await expect(ledger.putReading(dossier, id, shifted)).rejects.toThrow('does not hold');
      expect(await ledger.accounts(dossier)).toEqual(before);
    });

    test('the very same reading again adds no entry', async () => {
      const dossier = await newDossier();
      const { id } = await put(dossier, TEXT, { published: day('2017-12-07') }, reading('2017-12-07'));
      const before = await ledger.entries(dossier);
      expect(await ledger.putReading(dossier, id, reading('2017-12-07'))).toBe('same');
      expect(await ledger.entries(dossier)).toEqual(before);
    });

    test('a dispatch that nobody has read is unread, with its language', async () => {
      const dossier = await newDossier();
      await ledger.addDispatch(dossier, dispatchSample('Ein Satz.', { language: 'de' }));
      expect(await ledger.dispatches(dossier, { state: 'unread' })).toMatchObject([{ language: 'de', reading: null }]);
      expect(await claimsOf(dossier)).toEqual([]);
    });

    test('what people read is not replaced by what the reader reads', async () => {
      const dossier = await newDossier();
      const { id } = await put(dossier, TEXT, { published: day('2017-12-07') }, reading('2017-12-07', '1'));
      await ledger.putReading(dossier, id, readingSample(TEXT, { published: '2017-12-07', version: 'hand' }), {
        madeBy: 'people',
      });
      await ledger.putReading(dossier, id, reading('2017-12-07', '2'));
      expect(await claimsOf(dossier)).toEqual([]);
      const [hand] = (await ledger.entries(dossier, { kinds: ['reading-made'] })).filter(
        (entry) => 'madeBy' in entry.body && entry.body.madeBy === 'people',
      );
      await ledger.undo(dossier, hand!.id);
      expect(await claimsOf(dossier)).toHaveLength(2);
    });
  });

  describe('corrections', () => {
    const words = mention(TEXT, FORT);
    const target = { layer: 'claim', type: 'control', words } as const;
    const dated = { published: day('2017-12-07') };

    test('are laid over every new reading, by type and overlap of words', async () => {
      const dossier = await newDossier();
      const { id } = await put(dossier, TEXT, dated, reading('2017-12-07', '1'));
      const entry = await ledger.correct(dossier, {
        ...target,
        dispatch: id,
        slot: 'actor',
        seen: ['militia'],
        set: ['army'],
      });
      const before = (await claimsOf(dossier))[0]!;
      expect(before).toMatchObject({
        actor: ['army'],
        corrections: [{ entry: entry.id, slot: 'actor', seen: ['militia'] }],
      });
      // A newer reader cuts the words elsewhere: the correction finds them.
      const shorter = readingSample(TEXT, {
        published: '2017-12-07',
        version: '2',
        claims: [{ words: 'fort de Karrad est tenu par la milice', actor: ['militia'] }],
      });
      await ledger.putReading(dossier, id, shorter);
      expect(await claimsOf(dossier)).toMatchObject([
        { actor: ['army'], text: 'fort de Karrad est tenu par la milice' },
      ]);
      expect(await ledger.review(dossier)).toEqual([]);
    });

    test('wait for review where nothing is read at their words, or something else', async () => {
      const dossier = await newDossier();
      const { id } = await put(dossier, TEXT, dated, reading('2017-12-07', '1'));
      const entry = await ledger.correct(dossier, {
        ...target,
        dispatch: id,
        slot: 'actor',
        seen: ['militia'],
        set: ['army'],
      });
      await ledger.putReading(dossier, id, readingSample(TEXT, { published: '2017-12-07', version: '2' }));
      expect(await ledger.review(dossier)).toMatchObject([
        { entry: entry.id, why: 'no-place', about: { kind: 'correction' } },
      ]);
      const third = readingSample(TEXT, {
        published: '2017-12-07',
        version: '3',
        claims: [{ words: FORT, actor: ['scouts'] }],
      });
      await ledger.putReading(dossier, id, third);
      expect(await ledger.review(dossier)).toMatchObject([{ entry: entry.id, why: 'seen-differs', now: ['scouts'] }]);
      expect((await claimsOf(dossier))[0]!.actor).toEqual(['scouts']);
      const right = readingSample(TEXT, {
        published: '2017-12-07',
        version: '4',
        claims: [{ words: FORT, actor: ['army'] }],
      });
      await ledger.putReading(dossier, id, right);
      expect(await ledger.review(dossier)).toEqual([]);
    });

    test('can be undone, and the undoing undone', async () => {
      const dossier = await newDossier();
      const { id } = await put(dossier, TEXT, dated, reading('2017-12-07'));
      const before = await claimsOf(dossier);
      const entry = await ledger.correct(dossier, {
        ...target,
        dispatch: id,
        slot: 'actor',
        seen: ['militia'],
        set: ['army'],
      });
      const undone = await ledger.undo(dossier, entry.id);
      expect(await claimsOf(dossier)).toEqual(before);
      expect(await problemOf(ledger.undo(dossier, entry.id))).toBe('ledger/already-undone');
      await ledger.undo(dossier, undone.id);
      expect((await claimsOf(dossier))[0]!.actor).toEqual(['army']);
    });

    test('set a statement right, and what its claims were said by with it', async () => {
      const dossier = await newDossier();
      const { id } = await put(dossier, TEXT, dated, reading('2017-12-07'));
      const content = mention(TEXT, `${FORT} et ${FIGHTERS} y restent`);
      await ledger.correct(dossier, {
        layer: 'statement',
        type: null,
        words: content,
        dispatch: id,
        slot: 'said',
        seen: null,
        set: '2017-12-06',
      });
      const { statements, claims } = await ledger.accounts(dossier);
      expect(statements[0]!.clocks.said).toBe('2017-12-06');
      expect(claims[0]!.clocks.said).toBe('2017-12-06');
    });

    test('a claim that is rejected is gone, and a claim that is added is there', async () => {
      const dossier = await newDossier();
      const { id } = await put(dossier, TEXT, dated, reading('2017-12-07'));
      await ledger.reject(dossier, { ...target, dispatch: id });
      expect((await claimsOf(dossier)).map((claim) => claim.type)).toEqual(['strength']);
      const claim = {
        ...mention(TEXT, 'Karrad est tenu'),
        type: 'presence',
        actor: ['militia'],
        target: [],
        place: [KARRAD],
        quantity: null,
        time: null,
        polarity: 'affirmed',
        modality: 'actual',
      } as const;
      await ledger.addClaim(dossier, { dispatch: id, claim });
      const { statements, claims } = await ledger.accounts(dossier);
      expect(claims[0]).toMatchObject({ type: 'presence', made: 'people', statement: statements[0]!.id });
    });

    test('a rejected statement leaves its claims to the outlet', async () => {
      const dossier = await newDossier();
      const { id } = await put(dossier, TEXT, dated, reading('2017-12-07'));
      const content = mention(TEXT, `${FORT} et ${FIGHTERS} y restent`);
      await ledger.reject(dossier, { layer: 'statement', type: null, words: content, dispatch: id });
      const { statements, claims } = await ledger.accounts(dossier);
      expect(statements).toEqual([]);
      expect(claims.map((claim) => claim.statement)).toEqual([null, null]);
    });

    test('that mean nothing are Problems', async () => {
      const dossier = await newDossier();
      const { id } = await put(dossier, TEXT, dated, reading('2017-12-07'));
      const actor = { ...target, dispatch: id, slot: 'actor', seen: ['militia'], set: ['army'] } as const;
      const before = await ledger.entries(dossier);
      const shifted = { ...words, start: 1 };
      expect(await problemOf(ledger.correct(dossier, { ...actor, words: shifted }))).toBe('ledger/words-differ');
      expect(await problemOf(ledger.correct(dossier, { ...actor, seen: ['army'] }))).toBe('ledger/nothing-there');
      expect(await problemOf(ledger.correct(dossier, { ...actor, set: 'army' }))).toBe('ledger/bad-value');
      expect(await problemOf(ledger.reject(dossier, { ...actor, type: 'attack' }))).toBe('ledger/nothing-there');
      expect(await problemOf(ledger.undo(dossier, 'x'))).toBe('ledger/no-such-entry');
      expect(await problemOf(ledger.undo(dossier, before[1]!.id))).toBe('ledger/cannot-undo');
      expect(await ledger.entries(dossier)).toEqual(before);
    });

    test('as of an instant before them, what was read then', async () => {
      const dossier = await newDossier();
      set('2026-09-01T00:00:00.000Z');
      const { id } = await put(dossier, TEXT, dated, reading('2017-12-07'));
      set('2026-09-02T00:00:00.000Z');
      await ledger.correct(dossier, { ...target, dispatch: id, slot: 'actor', seen: ['militia'], set: ['army'] });
      const actorBy = async (learnedBy: string) => (await claimsOf(dossier, { learnedBy }))[0]!.actor;
      expect(await actorBy('2026-09-01T12:00:00Z')).toEqual(['militia']);
      expect(await actorBy('2026-09-02T12:00:00Z')).toEqual(['army']);
    });
  });

  describe('merges', () => {
    test('apply to parties and places when accounts are loaded, until they are split', async () => {
      const dossier = await newDossier();
      await put(dossier, TEXT, { published: day('2017-12-07') }, reading('2017-12-07'));
      await ledger.merge(dossier, 'party', 'militia', 'border-guard');
      await ledger.merge(dossier, 'party', 'border-guard', 'army');
      await ledger.merge(dossier, 'place', 'recoupe:karrad', 'geonames:1');
      const one = async () => (await claimsOf(dossier))[0]!;
      expect(await one()).toMatchObject({ actor: ['army'], place: [{ candidates: [{ id: 'geonames:1' }] }] });
      expect(await problemOf(ledger.merge(dossier, 'party', 'army', 'militia'))).toBe('ledger/merge-circle');
      await ledger.split(dossier, 'party', 'border-guard');
      expect(await one()).toMatchObject({ actor: ['border-guard'] });
      expect(await problemOf(ledger.split(dossier, 'party', 'army'))).toBe('ledger/not-merged');
    });
  });

  describe('search', () => {
    test('finds words without regard to accents, case and endings, and says where they stand', async () => {
      const dossier = await newDossier();
      const text = 'L’armée 🛰 a libéré Deïr. Les combattants évacuaient.';
      const { id } = await put(dossier, text, {}, readingSample(text));
      const wordsAt = async (words: string) =>
        (await ledger.search(dossier, words)).map((hit) => [
          hit.dispatch,
          hit.words.map((span) => text.slice(span.start, span.end)),
        ]);
      expect(await wordsAt('ARMEE deir')).toEqual([[id, ['armée', 'Deïr']]]);
      expect(await wordsAt('combattant')).toEqual([[id, ['combattants']]]);
      expect(await wordsAt('"a libéré"')).toHaveLength(1);
      expect(await wordsAt('sous-marin')).toEqual([]);
    });

    test('reaches the end of a very long text', async () => {
      const dossier = await newDossier();
      const text = `${'mot '.repeat(40_000)}aiguille`;
      const { id } = await put(dossier, text, {}, readingSample(text));
      expect(await ledger.search(dossier, 'aiguille')).toEqual([
        { dispatch: id, words: [{ start: text.length - 8, end: text.length }] },
      ]);
    });
  });

  describe('findings', () => {
    const findingOn = (id: string, side: FindingSide): Finding => ({
      id,
      kind: 'agrees',
      slot: 'place',
      a: side,
      b: side,
      claims: [side],
      question: 'q',
      rule: 'r',
      sentence: { fr: 'Oui.', en: 'Yes.' },
    });

    test('are replaced, and keep when they were first found', async () => {
      const dossier = await newDossier();
      const { id } = await put(dossier, TEXT, { published: day('2017-12-07') }, reading('2017-12-07'));
      const [claim] = await claimsOf(dossier);
      const side: FindingSide = {
        ...mention(TEXT, FORT),
        dispatch: id,
        document: 'essai.txt',
        layer: 'claim',
        source: "l'observatoire d'Ostrie",
        said: null,
        learned: claim!.clocks.learned,
      };
      set('2026-10-01T00:00:00.000Z');
      await ledger.storeFindings(dossier, [findingOn('f-1', side), findingOn('f-2', side)]);
      const [first] = await ledger.findings(dossier);
      set('2026-10-02T00:00:00.000Z');
      await ledger.storeFindings(dossier, [findingOn('f-2', side)]);
      expect((await ledger.findings(dossier)).map((finding) => finding.id)).toEqual(['f-2']);
      await ledger.storeFindings(dossier, [findingOn('f-3', side), findingOn('f-1', side)]);
      expect(
        (await ledger.findings(dossier)).map((finding) => [finding.id, finding.firstFound === first!.firstFound]),
      ).toEqual([
        ['f-3', false],
        ['f-1', true],
      ]);
      await expect(ledger.storeFindings(dossier, [findingOn('f-4', { ...side, start: 3 })])).rejects.toThrow(
        'does not hold',
      );
      // What was stored before and is the same still keeps what is there of it: its words are not even looked at.
      const [kept, other] = [findingOn('f-5', side), findingOn('f-6', side)];
      await ledger.storeFindings(dossier, [kept, other]);
      const bodies = async () => (await ledger.findings(dossier)).map(({ firstFound: _, ...body }) => body);
      const unsound = { ...other, a: { ...side, start: 3 } };
      await ledger.storeFindings(dossier, [unsound, kept], { since: [kept, unsound] });
      expect(await bodies()).toEqual([other, kept]);
      const changed = { ...kept, rule: 'another' };
      await ledger.storeFindings(dossier, [changed, other, findingOn('f-7', side)], { since: [kept, other] });
      expect(await bodies()).toEqual([changed, other, findingOn('f-7', side)]);
      // Where another program stored others meanwhile, all are written.
      await ledger.storeFindings(dossier, [findingOn('f-8', side)]);
      await ledger.storeFindings(dossier, [kept, other], { since: [kept, other] });
      expect(await bodies()).toEqual([kept, other]);
    });
  });
}
