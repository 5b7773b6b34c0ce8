import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadView, openViews, type View, type Views } from '../../src/desk/server/view.ts';
import type { Ledger } from '../../src/ledger/index.ts';
import { dispatchSample, mention, readingSample } from '../ledger/samples.ts';
import { openTestDesk, sharedReader, type TestDesk } from './test-desk.ts';
import { addValley } from './valley.ts';

// A view that follows a dossier from change to change is the one that is loaded anew; and it loads what changed alone.

let desk: TestDesk;
let dossier: string;
let views: Views;
/** What was asked of the ledger since it was last looked: how many dispatches' accounts, `all` for the whole dossier. */
let loaded: (number | 'all')[] = [];

beforeAll(async () => {
  desk = await openTestDesk();
  ({ dossier } = await addValley(desk));
  views = openViews({
    ledger: watched(desk.ledger),
    world: sharedReader(),
    tell: () => {},
    onFault: (error) => desk.faults.push(error),
  });
  await views.of(dossier);
});
afterAll(async () => {
  expect(desk.faults).toEqual([]);
  await desk.close();
});

function watched(ledger: Ledger): Ledger {
  return new Proxy(ledger, {
    get(target, name) {
      if (name === 'accounts')
        return (id: string, ask: { readonly dispatches?: readonly string[] } = {}) => {
          loaded.push(ask.dispatches?.length ?? 'all');
          return target.accounts(id, ask);
        };
      const own = Reflect.get(target, name, target);
      return typeof own === 'function' ? own.bind(target) : own;
    },
  });
}

/** All that a view says, as plain data. */
function told(view: View) {
  const { accounts, voices, checked, rows, rowsOf, dispatches, verdicts, dossier: about } = view;
  const { groupOf, ownWords, folds } = checked.origins;
  return {
    about,
    accounts,
    voices,
    rows,
    rowsOf: [...rowsOf],
    dispatches: [...dispatches],
    verdicts,
    findings: checked.findings,
    questions: checked.questions,
    groupOf: new Map(groupOf),
    ownWords: new Map(ownWords),
    folds,
    summaries: [...view.summaries()],
    sources: [...view.sourceEntries()],
    contested: view.contestedRows(),
  };
}

const BOUKAMAL = [{ name: 'Boukamal', candidates: [{ id: 'geonames:174448', why: 'only-place-of-that-name' }] }];
const ADDRESS = 'https://ponant.example/boukamal';
const FIRST = 'Le groupe EI tient Boukamal, a écrit Radio Levant. Il y reste 40 combattants.';
const SECOND = 'L’armée syrienne tient Boukamal, écrit maintenant Radio Levant, qui corrige sa dépêche.';

async function add(text: string, words: string, actor: string): Promise<string> {
  const published = { date: '2017-11-13', instant: null, given: 'metadata', span: null } as const;
  const sample = dispatchSample(text, { name: 'levant.txt', publisher: 'Radio Levant', published, address: ADDRESS });
  const added = await desk.ledger.addDispatch(dossier, sample);
  if (added.outcome === 'removed') throw new Error('it was removed before');
  const claims = [{ words, type: 'control', actor: [actor], place: BOUKAMAL, time: '2017-11-13' }] as const;
  const reading = readingSample(text, { claims, published: '2017-11-13' });
  await desk.ledger.putReading(dossier, added.dispatch.id, reading, { madeBy: 'people' });
  return added.dispatch.id;
}

const known: Record<'first' | 'second' | 'correction' | 'undoing' | 'merge' | 'verdict', string> = {
  first: '',
  second: '',
  correction: '',
  undoing: '',
  merge: '',
  verdict: '',
};
const HELD = { layer: 'claim', type: 'control', words: mention(FIRST, 'Le groupe EI tient Boukamal') } as const;
const about = () => ({ ...HELD, dispatch: known.first });
const undo = async (entry: string) => (await desk.ledger.undo(dossier, entry)).id;

/** What happens, and how many dispatches' accounts are loaded for it. */
const steps: readonly (readonly [
  what: string,
  work: (ledger: Ledger) => Promise<unknown>,
  loads: (number | 'all')[],
])[] = [
  ['nothing', async () => {}, []],
  [
    'a dispatch comes',
    async () => {
      known.first = await add(FIRST, 'Le groupe EI tient Boukamal', 'islamic-state');
    },
    [1],
  ],
  [
    'a value is corrected',
    async (ledger) => {
      const value = { slot: 'actor', seen: ['islamic-state'], set: ['russia'] } as const;
      known.correction = (await ledger.correct(dossier, { ...about(), ...value })).id;
    },
    [1],
  ],
  [
    'the correction is undone',
    async () => {
      known.undoing = await undo(known.correction);
    },
    [1],
  ],
  ['the undoing is undone, twice', async () => undo(await undo(await undo(known.undoing))), [1]],
  [
    'a claim is added',
    (ledger) => {
      const draft = {
        target: [],
        place: [],
        quantity: null,
        time: null,
        polarity: 'affirmed',
        modality: 'actual',
      } as const;
      const claim = {
        ...mention(FIRST, 'Il y reste 40 combattants'),
        type: 'strength' as const,
        actor: ['islamic-state'],
        ...draft,
      };
      return ledger.addClaim(dossier, { dispatch: known.first, claim });
    },
    [1],
  ],
  ['a claim is rejected', (ledger) => ledger.reject(dossier, about()), [1]],
  [
    'a newer version comes to its address, which says something else',
    async () => {
      known.second = await add(SECOND, 'L’armée syrienne tient Boukamal', 'syrian-army');
    },
    [2],
  ],
  ['the newer version is dated', (ledger) => ledger.dateDispatch(dossier, known.second, '2017-11-15'), [2]],
  [
    'somebody accepts a claim, and the dossier gets another title',
    async (ledger) => {
      const [row] = (await views.of(dossier)).rows;
      const verdict = { about: { kind: 'claim', id: row!.claim.id }, dispatches: [row!.dispatch.id] } as const;
      known.verdict = (await ledger.giveVerdict(dossier, { ...verdict, ruling: 'accepted', note: null })).id;
      await ledger.renameDossier(dossier, 'La haute vallée');
    },
    [],
  ],
  ['the verdict is undone', () => undo(known.verdict), []],
  [
    'one party counts as another',
    async (ledger) => {
      known.merge = (await ledger.merge(dossier, 'party', 'syrian-army', 'russia')).id;
    },
    ['all'],
  ],
  ['it counts as itself again', () => undo(known.merge), ['all']],
  [
    'two dispatches are of one origin',
    (ledger) => ledger.judgeOrigin(dossier, { a: known.first, b: known.second, sameOrigin: true }),
    ['all'],
  ],
  [
    'the newer version is removed',
    (ledger) => ledger.remove(dossier, known.second, 'à la demande de la rédaction'),
    [2],
  ],
];

for (const [what, work, loads] of steps)
  test(what, async () => {
    await work(desk.ledger);
    loaded = [];
    const followed = await views.of(dossier);
    expect(loaded).toEqual(loads);
    const anew = await loadView(desk.ledger, sharedReader(), dossier);
    expect(told(followed)).toEqual(told(anew));
    expect(await followed.entries()).toEqual(await desk.ledger.entries(dossier));
  });

test('what is found is stored as if all of it were written', async () => {
  views.settle(dossier);
  await views.settled();
  const { findings } = (await views.of(dossier)).checked;
  expect(findings.length).toBeGreaterThan(0);
  await add(`${FIRST} Rien de plus.`, 'Le groupe EI tient Boukamal', 'islamic-state');
  views.settle(dossier);
  await views.settled();
  const now = await views.of(dossier);
  expect(now.checked.findings.map(({ id }) => id)).not.toEqual(findings.map(({ id }) => id));
  const stored = (await desk.ledger.findings(dossier)).map(({ firstFound: _, ...finding }) => finding);
  expect(stored).toEqual(now.checked.findings);
});
