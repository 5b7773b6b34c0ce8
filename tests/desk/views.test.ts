import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { day, dispatchSample, mention, readingSample } from '../ledger/samples.ts';
import { type Json, openTestDesk, refusal, type TestDesk } from './test-desk.ts';
import { addValley } from './valley.ts';

let desk: TestDesk;
let dossier: string;
let ids: Record<string, string>;
beforeAll(async () => {
  desk = await openTestDesk();
  ({ dossier, ids } = await addValley(desk));
});
afterAll(async () => {
  expect(desk.faults).toEqual([]);
  await desk.close();
});

const get = (path: string): Promise<Json> => desk.json(`/api/dossiers/${dossier}/${path}`);
const names = (list: Json[]): string[] => list.map(({ dispatch, name }) => name ?? dispatch.name).sort();

describe('the map', () => {
  const boukamal = async (query: string): Promise<Json> =>
    (await get(`places?${query}`)).places.find(({ id }: Json) => id === 'geonames:174448');
  const cases = [
    // what is asked                                  state       who holds it
    ['asOf=2017-11-08', 'held', ['islamic-state']], // the capture tells who held it until then
    ['asOf=2017-11-10&believe=syria', 'unknown', []],
    ['asOf=2017-11-10&believe=syrian-army', 'claimed', ['syrian-army']], // on nobody's word but its own
    ['asOf=2017-11-12&believe=sohr', 'held', ['islamic-state']],
    ['asOf=2017-12-07&believe=russia', 'denied', []],
    ['asOf=2013-01-01&believe=russia', 'unknown', []],
  ] as const;
  for (const [query, state, holders] of cases)
    test(`${query}: ${state}`, async () => {
      if (query.endsWith('believe=syria')) {
        // nobody of that name speaks here
        expect(await refusal(await desk.ask(`/api/dossiers/${dossier}/places?${query}`))).toBe(
          '404 desk/unknown-source',
        );
        return;
      }
      const place = await boukamal(query);
      expect([place.state, place.control.holders.map(({ party }: Json) => party)]).toEqual([state, holders]);
    });

  test('two perspectives on one day, and where they differ', async () => {
    const place = await boukamal('asOf=2017-12-07&believe=sohr&compare=true&otherBelieve=russia');
    expect(place).toMatchObject({ state: 'held', differs: true, onlyOne: false, other: { state: 'denied' } });
    const same = await boukamal('asOf=2017-12-07&believe=sohr&compare=true&otherBelieve=sohr');
    expect(same).toMatchObject({ differs: false, onlyOne: false, other: { state: 'held' } });
    expect(await boukamal('asOf=2017-12-07&believe=sohr')).toMatchObject({ differs: false, other: null });
  });

  test('one who is silent contradicts nobody', async () => {
    const place = await boukamal('asOf=2017-11-10&believe=syrian-army&compare=true&otherBelieve=russia');
    expect(place).toMatchObject({ state: 'claimed', differs: false, onlyOne: true, other: { state: 'unknown' } });
    const neither = await boukamal('asOf=2013-01-01&believe=sohr&compare=true&otherBelieve=russia');
    expect(neither).toMatchObject({ differs: false, onlyOne: false });
  });

  test('a holder on its own word alone and on that of others is one holder', async () => {
    const place = await boukamal('asOf=2017-11-10&believe=syrian-army&compare=true');
    expect(place).toMatchObject({ state: 'claimed', differs: false, onlyOne: false, other: { state: 'held' } });
  });

  test('two days of one perspective', async () => {
    const place = await boukamal('asOf=2017-11-08&compare=1&otherAsOf=2017-11-10');
    expect(place).toMatchObject({ differs: true, other: { control: { holders: [{ party: 'syrian-army' }] } } });
  });

  test('figures and events of a place, up to the day', async () => {
    expect(await boukamal('asOf=2017-11-12')).toMatchObject({
      events: 2,
      figures: [{ kind: 'casualties', unit: 'deaths', value: 80, bound: '>=' }],
      question: 'control:geonames:174448',
      lastTold: '2017-11-12',
    });
    expect(await boukamal('asOf=2017-11-08')).toMatchObject({ events: 0, figures: [] });
  });
});

describe('search', () => {
  const cases = [
    // what is asked                          which dispatches
    ['words=evacuation', ['osdh.txt', 'sans-date.txt']], // « évacués », « évacuations »: one stem, no accent
    ['words=ÉVACUÉ', ['osdh.txt', 'sans-date.txt']],
    ['words="localité de Syrie"', ['moscou.txt']],
    ['words=jihadistes -1.000', ['coalition-1.txt']],
    ['words=rien de tel nulle part', []],
    ['type=strength', ['coalition-1.txt', 'coalition-2.txt']],
    ['party=syrian-army', ['prise.txt', 'sans-date.txt']],
    ['place=geonames:163843&certainty=negated', ['moscou.txt']], // Boukamal lies in Syria, and only Moscow denies
    ['place=geonames:163843&type=control', ['moscou.txt', 'osdh.txt', 'temoin.txt']],
    ['source=russia', ['moscou.txt']],
    ['source=Nadia Merzoug', []], // nobody is found as a source who is none
    ['publisher=radio ponant&type=strength', ['coalition-1.txt']],
    ['saidFrom=2017-12-06&saidTo=2017-12-31', ['coalition-2.txt', 'moscou.txt']],
    ['heldFrom=2017-11-12&heldTo=2017-11-12', ['osdh.txt']],
    ['words=boukamal&type=capture', ['prise.txt', 'sans-date.txt']],
    ['words=l’EI&source=sohr', ['osdh.txt']],
    ['words=porte-parole&source=sohr', []],
  ] as const;
  for (const [query, found] of cases)
    test(query, async () => {
      const { hits, total } = await get(`search?${encodeURI(query).replaceAll('%22', '"')}`);
      expect(names(hits)).toEqual(found);
      expect(total).toBe(found.length);
    });

  test('marks the words where they stand, within their sentence', async () => {
    const { hits } = await get('search?words=vide');
    const { text } = await get(`dispatches/${ids['prise.txt']}`);
    const [{ start, end, text: snippet, marks }] = hits[0].snippets;
    expect([snippet, text.slice(start, end)]).toEqual(['La ville est vide.', snippet]);
    expect(marks.map((mark: Json) => text.slice(mark.start, mark.end))).toEqual(['vide']);
  });

  test('facets are those of what was found', async () => {
    const { facets, claims } = await get('search?source=sohr');
    expect(claims).toBe(2);
    expect(facets.type).toEqual([
      { value: 'control', label: null, claims: 1 },
      { value: 'casualties', label: null, claims: 1 },
    ]);
  });
});

describe('a search for a name', () => {
  const found = async (words: string): Promise<Json> => get(`search?words=${encodeURIComponent(words)}`);
  const aboutBoukamal = ['osdh.txt', 'prise.txt', 'sans-date.txt', 'temoin.txt'];
  for (const words of ['Abou Kamal', 'Albou Kamal', 'Al-Bukamal', '"abu kamal"'])
    test(`${words}: what is told of the place under another name`, async () => {
      const document = await found(words);
      expect(document.named).toEqual({ places: ['geonames:174448'], parties: [] });
      expect(names(document.hits)).toEqual(aboutBoukamal);
      expect(document.hits[0].claims[0].claim.place[0].name).toBe('Boukamal');
    });
  for (const words of ['SOHR', 'Observatory'])
    test(`${words}: what a party says, in a dispatch that calls it otherwise`, async () => {
      const document = await found(words);
      expect(document.named).toEqual({ places: [], parties: ['sohr'] });
      expect(names(document.hits)).toEqual(['osdh.txt']);
    });
  test('the words themselves stand first', async () => {
    const { hits } = await found('Boukamal');
    expect(hits.map(({ words }: Json) => words > 0)).toEqual([true, true, true, false]);
    expect(names(hits)).toEqual(aboutBoukamal);
  });
  test('« ou » is one or the other', async () => {
    expect(names((await found('enfants ou localité')).hits)).toEqual(['moscou.txt', 'temoin.txt']);
  });
  for (const words of ['vide', 'armée -Boukamal', 'zz'])
    test(`« ${words} » names nobody`, async () =>
      expect((await found(words)).named).toEqual({ places: [], parties: [] }));
});

describe('the timeline', () => {
  const lane = (document: Json, id: string): Json => document.lanes.find((one: Json) => one.id === id);

  test('by party, on the days that claims tell of', async () => {
    const document = await get('timeline');
    expect(document).toMatchObject({
      clock: 'held',
      by: 'party',
      range: { first: '2017-11-09', last: '2017-12-27' },
      bin: 'day',
    });
    const army = lane(document, 'syrian-government') ?? lane(document, 'syrian-army');
    expect(army.items.map(({ at, exact }: Json) => [at.first, at.last, exact])).toEqual([
      ['2017-11-09', '2017-11-09', true],
      ['2017-11-09', '2017-11-09', true],
    ]);
    expect(lane(document, 'islamic-state').items.find(({ text }: Json) => text.includes('de nouveau'))).toMatchObject({
      at: { first: '2017-11-11', last: '2017-11-12' },
      exact: false,
    });
  });

  test('by source, on the days when it was said; what only the publication bounds is a span without a beginning', async () => {
    const document = await get('timeline?clock=said&lanes=source');
    const coalition = lane(document, 'us-led-coalition');
    expect(coalition.items.map(({ at }: Json) => at.first)).toEqual(['2017-12-05', '2017-12-27']);
    const army = lane(document, 'syrian-government') ?? lane(document, 'syrian-army');
    expect(army.items[0]).toMatchObject({ at: { first: null, last: '2017-11-09' }, exact: false });
    expect(lane(document, 'Radio Ponant')).toMatchObject({ total: 0, undated: 1 });
    expect(JSON.stringify(document)).not.toContain('Merzoug');
  });

  test('in a window, and counted where there are too many to draw', async () => {
    const november = await get('timeline?first=2017-11-01&last=2017-11-30');
    expect(november.window).toEqual({ first: '2017-11-01', last: '2017-11-30' });
    expect(lane(november, 'us-led-coalition')).toBeUndefined();
    const counted = await get('timeline?items=0');
    expect(counted.lanes.every(({ items }: Json) => items === null)).toBe(true);
    const { total, bins } = lane(counted, 'islamic-state');
    expect(bins.reduce((sum: number, { claims }: Json) => sum + claims, 0)).toBe(total);
  });

  test('marks a replaced figure between its two claims', async () => {
    const { marks } = await get('timeline?clock=said&lanes=source');
    const mark = marks.find(({ kind }: Json) => kind === 'supersedes');
    expect(mark).toMatchObject({
      a: { lane: 'us-led-coalition', at: { first: '2017-12-27' } },
      b: { lane: 'us-led-coalition', at: { first: '2017-12-05' } },
    });
  });

  test('with filters', async () => {
    expect((await get('timeline?type=strength')).total).toBe(2);
    expect((await get('timeline?place=geonames:163843&certainty=negated')).total).toBe(1);
  });
});

describe('figures', () => {
  test('the counted questions', async () => {
    const { series, total } = await get('series');
    expect(total).toBe(2);
    expect(series).toMatchObject([
      {
        question: 'strength:islamic-state',
        unit: 'fighters',
        points: 2,
        sources: 1,
        first: '2017-12-05',
        last: '2017-12-27',
      },
      { question: 'casualties:geonames:174448', unit: 'deaths', points: 1 },
    ]);
  });

  test('one over time: bounds, who says it, and what replaced what', async () => {
    const { points, units, findings } = await get('series/strength:islamic-state');
    expect(units).toEqual([{ unit: 'fighters', points: 2 }]);
    expect(points).toMatchObject([
      {
        value: 3000,
        bound: '<',
        low: null,
        high: 3000,
        by: 'us-led-coalition',
        at: '2017-12-05',
        supersededBy: points[1].claim,
      },
      { value: 1000, bound: '<', low: null, high: 1000, by: 'us-led-coalition', at: '2017-12-27', supersededBy: null },
    ]);
    expect(findings).toMatchObject([{ kind: 'supersedes' }]);
  });

  test('as of a day, and a least figure has no upper end', async () => {
    expect((await get('series/strength:islamic-state?asOf=2017-12-10')).points).toHaveLength(1);
    expect((await get('series/casualties:geonames:174448')).points).toMatchObject([
      { low: 80, high: null, bound: '>=' },
    ]);
    expect((await get('series/strength:islamic-state?believe=russia')).points).toEqual([]);
  });

  test('one that nobody gives', async () => {
    const ask = (path: string) => desk.ask(`/api/dossiers/${dossier}/series/${path}`);
    expect(await refusal(await ask('strength:nobody'))).toBe('404 desk/no-such-series');
    expect(await refusal(await ask('strength:islamic-state?unit=tanks'))).toBe('404 desk/no-such-series');
  });
});

describe('sources', () => {
  test('institutions, groups and outlets; never a witness', async () => {
    const { sources } = await get('sources');
    const shown = sources.map(({ id, kind }: Json) => [id, kind]);
    expect(shown).toContainEqual(['sohr', 'party']);
    expect(shown).toContainEqual(['russia', 'party']);
    expect(shown).toContainEqual(['Radio Ponant', 'outlet']);
    expect(JSON.stringify(sources)).not.toContain('Merzoug');
  });

  test('the record of one, with whom it differs, and its words in time', async () => {
    const page = await get('sources/us-led-coalition');
    expect(page.source).toMatchObject({
      said: { first: '2017-12-05', last: '2017-12-27' },
      record: { statements: 2, claims: 2, dispatches: 2, superseded: 1, contradicted: 0 },
    });
    expect(page.said.claims.map(({ dispatch }: Json) => dispatch.name)).toEqual(['coalition-1.txt', 'coalition-2.txt']);
    expect(page.voices).toEqual([{ label: 'coalition', claims: 2 }]);
    expect(page.questions).toMatchObject([{ id: 'strength:islamic-state' }]);
  });

  test('a denial stands with both, though the words of the one who denies claim nothing', async () => {
    const other = await desk.ledger.createDossier('Un démenti');
    const text =
      'L’armée a bombardé Boukamal samedi, selon l’OSDH. Un porte-parole militaire dément toute frappe. ' +
      'L’armée tient la ville, ajoute-t-il.';
    const added = await desk.ledger.addDispatch(other.id, dispatchSample(text, { published: day('2017-11-12') }));
    if (added.outcome === 'removed') throw new Error(added.outcome);
    const place = [{ name: 'Boukamal', candidates: [{ id: 'geonames:174448', why: 'only-place-of-that-name' }] }];
    const army = { source: mention(text, 'Un porte-parole militaire'), name: 'porte-parole', by: ['syrian-army'] };
    const attack = { words: 'L’armée a bombardé Boukamal samedi', actor: ['syrian-army'], time: '2017-11-11' };
    const reading = readingSample(text, {
      statements: [
        { content: 'L’armée a bombardé Boukamal samedi', source: mention(text, 'l’OSDH'), name: 'OSDH', by: ['sohr'] },
        { content: 'toute frappe', ...army, act: 'deny' },
        { content: 'L’armée tient la ville', ...army },
      ],
      claims: [
        { ...attack, type: 'attack', statement: 's1', place },
        { words: 'L’armée tient la ville', type: 'control', statement: 's3', actor: ['syrian-army'], place },
      ],
      published: '2017-11-12',
    });
    await desk.ledger.putReading(other.id, added.dispatch.id, reading, { madeBy: 'people' });
    for (const [one, against, denied] of [
      ['sohr', 'syrian-government', 1], // the army stands under it
      ['syrian-government', 'sohr', 0],
    ] as const) {
      const page = await desk.json(`/api/dossiers/${other.id}/sources/${one}`);
      expect(page.source.record).toMatchObject({ denied, contradicted: 0 });
      expect(page.contested).toEqual({ findings: 1, unnamed: 0 });
      expect(page.differs).toMatchObject([{ source: { id: against }, kinds: [{ kind: 'denies', findings: 1 }] }]);
    }
  });

  test('two that differ lead to each other', async () => {
    const { findings } = await get('findings?kind=contradicts&kind=denies&kind=disputes-part');
    for (const { differs } of [await get('sources/russia'), await get('sources/sohr')])
      for (const { source, findings: own } of differs) {
        expect(own.length).toBeGreaterThan(0);
        expect(findings.map(({ id }: Json) => id)).toEqual(expect.arrayContaining(own.map(({ id }: Json) => id)));
        expect(source.id).not.toBe('Nadia Merzoug');
      }
  });

  test('a witness has no page', async () =>
    expect(await refusal(await desk.ask(`/api/dossiers/${dossier}/sources/Nadia%20Merzoug`))).toBe(
      '404 desk/no-such-source',
    ));

  test('a witness is named in the dispatch that names her', async () => {
    const { statements } = await get(`dispatches/${ids['temoin.txt']}`);
    expect(statements[0].name).toBe('Nadia Merzoug');
  });
});

describe('the dossier at a glance', () => {
  test('what awaits a date, with what its text tells', async () => {
    const { awaiting, counts } = await get('overview');
    expect(counts).toMatchObject({ dispatches: 7, undated: 1 });
    expect(awaiting.undated).toMatchObject({
      total: 1,
      items: [{ dispatch: { name: 'sans-date.txt' }, bounds: { notBefore: '2017-11-09' } }],
    });
  });

  test('what changed since a day', async () => {
    expect((await get('overview?since=2017-01-01')).changed.dispatches.total).toBe(7);
    expect((await get('overview?since=2999-01-01')).changed).toMatchObject({
      dispatches: { total: 0 },
      findings: { total: 0 },
      changes: { total: 0 },
    });
  });

  test('a correction that no longer finds its words waits for review', async () => {
    const at = `/api/dossiers/${dossier}/dispatches/${ids['coalition-1.txt']}`;
    const [{ start, end, text }] = (await desk.json(at)).claims;
    const onClaim = { layer: 'claim', type: 'strength', words: { start, end, text } };
    const { entry } = await desk.change(`${at}/corrections`, {
      ...onClaim,
      slot: 'actor',
      seen: ['islamic-state'],
      set: ['russia'],
    });
    const rejected = await desk.change(`${at}/rejections`, onClaim);
    await desk.change(`/api/dossiers/${dossier}/entries/${entry}/undo`, {});
    await desk.change(`/api/dossiers/${dossier}/entries/${rejected.entry}/undo`, {});
    const { changes } = await get('changes?kind=correction&kind=rejection&kind=undone');
    expect(changes.map(({ kind, canUndo }: Json) => [kind, canUndo])).toEqual([
      ['undone', true],
      ['undone', true],
      ['rejection', false],
      ['correction', false],
    ]);
    expect(changes[3]).toMatchObject({
      undoneBy: changes[1].entry,
      words: { text },
      dispatch: { name: 'coalition-1.txt' },
    });
    expect(changes[3].sentence.fr).toContain('Russie');
  });

  test('dispatches by pages', async () => {
    const [first, second] = [await get('dispatches?limit=4'), await get('dispatches?limit=4&from=4')];
    expect([first.total, first.dispatches.length, second.dispatches.length]).toEqual([7, 4, 3]);
    expect(second.dispatches.at(-1)).toMatchObject({ name: 'sans-date.txt', published: null });
    expect(names((await get('dispatches?state=undated')).dispatches)).toEqual(['sans-date.txt']);
    expect(names((await get('dispatches?words=COALITION')).dispatches)).toEqual(['coalition-1.txt', 'coalition-2.txt']);
    expect((await get('dispatches?order=name&reverse=1')).dispatches[0].name).toBe('temoin.txt');
  });
});

describe('a question', () => {
  test('with its origins: a speaker is one, through however many outlets', async () => {
    const { origins, answers } = await get('questions/strength:islamic-state');
    expect(answers).toHaveLength(1);
    expect(origins).toMatchObject([
      {
        kind: 'speaker',
        label: 'coalition',
        through: [
          { dispatch: { name: 'coalition-1.txt' }, tie: 'same-speaker' },
          { dispatch: { name: 'coalition-2.txt' } },
        ],
      },
    ]);
  });
  test('whose answer a witness gives says so without her name', async () => {
    const document = await get('questions/control:geonames:174448');
    expect(JSON.stringify([document.origins, document.answers.map(({ source }: Json) => source)])).not.toMatch(
      /merzoug/i,
    );
  });
  test('and so do the map and the findings that rest on it', async () => {
    const { places } = await get('places?asOf=2017-11-13');
    const holders = places.find(({ id }: Json) => id === 'geonames:174448').control.holders;
    const said = holders.flatMap(({ claims }: Json) => claims.map(({ text, source }: Json) => [text, source]));
    expect(said).toContainEqual(['L’EI est revenu dans Boukamal', '']);
    for (const document of [places, await get('findings'), await get('timeline')])
      expect(JSON.stringify(document)).not.toMatch(/merzoug/i);
  });
  test('by kind, party and words', async () => {
    expect((await get('questions?kind=strength')).questions).toMatchObject([{ id: 'strength:islamic-state' }]);
    expect((await get('questions?place=geonames:163843')).questions.map(({ id }: Json) => id)).toContain(
      'control:geonames:174448',
    );
    expect((await get('questions?words=Boukamal : qui tient')).questions).toMatchObject([
      { id: 'control:geonames:174448' },
    ]);
  });
});

describe('looking something up', () => {
  test('a party by part of its name or by its letters', async () => {
    const found = async (words: string) =>
      (await desk.json(`/api/parties?words=${encodeURIComponent(words)}`)).parties.map(({ id }: Json) => id);
    expect(await found('etat islam')).toContain('islamic-state');
    expect((await found('OSDH'))[0]).toBe('sohr');
    expect(await found('qqqq')).toEqual([]);
  });
  test('a place by its name or nearly', async () => {
    const found = async (words: string) => (await desk.json(`/api/places?words=${encodeURIComponent(words)}`)).places;
    expect((await found('Boukamal'))[0]).toMatchObject({
      id: 'geonames:174448',
      inside: { fr: expect.stringContaining('Syrie') },
    });
    expect((await found('Boukamall'))[0]).toMatchObject({ id: 'geonames:174448', why: 'nearly-of-that-name' });
  });
});
