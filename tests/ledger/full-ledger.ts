import type { FindingSide, Ledger } from '../../src/ledger/index.ts';
import { day, dispatchSample, mention, readingSample } from './samples.ts';

/** A word that stands in one dispatch only, in its headline and file name too: `remove` must leave it nowhere. */
export const SECRET = 'zibeline';

const FORT = 'Le fort de Karrad est tenu par la milice';
const HILL = `La colline ${SECRET} a été reprise par l'armée`;
const FIRST = `${FORT}. ${HILL}, selon un guide.`;
const LATER = `${FORT}. Rien de plus n'est connu.`;
/** With what breaks lines and encodings: a line separator, a character of two units, CR and LF. */
const OTHER = `${FORT}, dit-on à Ostrie.\u2028\r\n« 🛰 »`;

export type FullLedger = {
  readonly dossier: string;
  /** The dispatch with the secret word; it has a newer version. */
  readonly secret: string;
  readonly later: string;
  readonly other: string;
};

/** Fills a dossier with at least one entry of every kind but removals, with undoings, versions and findings. */
export async function fillLedger(ledger: Ledger): Promise<FullLedger> {
  const dossier = (await ledger.createDossier('Tout')).id;
  await ledger.renameDossier(dossier, 'Tout y est');
  const secret = await put(ledger, dossier, FIRST, {
    name: `${SECRET}.txt`,
    title: `La ${SECRET}`,
    address: 'https://veilleur.example/direct',
    published: day('2018-03-02'),
  });
  const later = await put(ledger, dossier, LATER, {
    address: 'https://veilleur.example/direct',
    published: day('2018-03-03'),
  });
  const other = await put(ledger, dossier, OTHER, { publisher: 'La Dépêche du Val' });
  await ledger.dateDispatch(dossier, other, '2018-03');
  await ledger.putReading(dossier, other, read(OTHER, '2', '2018-03'));
  await ledger.putReading(dossier, other, read(OTHER, 'hand', '2018-03'), { madeBy: 'people' });

  const hill = mention(FIRST, HILL);
  const claim = { layer: 'claim', type: 'capture', words: hill, dispatch: secret } as const;
  const said = { layer: 'statement', type: null, words: hill, dispatch: secret } as const;
  await ledger.correct(dossier, { ...claim, slot: 'actor', seen: ['army'], set: [SECRET] });
  await ledger.correct(dossier, { ...said, slot: 'role', seen: null, set: `guide de ${SECRET}` });
  const rejection = await ledger.reject(dossier, {
    layer: 'claim',
    type: 'control',
    words: mention(FIRST, FORT),
    dispatch: secret,
  });
  const undone = await ledger.undo(dossier, rejection.id);
  await ledger.undo(dossier, undone.id);
  await ledger.addClaim(dossier, {
    dispatch: secret,
    claim: {
      ...mention(FIRST, `colline ${SECRET}`),
      type: 'presence',
      actor: [],
      target: [],
      place: [],
      quantity: null,
      time: null,
      polarity: 'affirmed',
      modality: 'actual',
    },
  });
  await ledger.merge(dossier, 'party', 'militia', 'border-guard');
  await ledger.merge(dossier, 'place', 'recoupe:karrad', 'geonames:1');
  await ledger.split(dossier, 'party', 'militia');
  await ledger.merge(dossier, 'place', 'geonames:1', 'geonames:2');
  await ledger.split(dossier, 'place', 'geonames:1');
  // A later reader no longer finds what was corrected, so that something waits for review.
  await ledger.putReading(
    dossier,
    secret,
    readingSample(FIRST, { version: '3', published: '2018-03-02', claims: [{ words: FORT }] }),
  );

  const side = (dispatch: string, text: string, words: string): FindingSide => ({
    ...mention(text, words),
    dispatch,
    document: 'essai.txt',
    layer: 'claim',
    source: 'un guide',
    said: null,
    learned: '2026-01-01T00:00:00.000Z',
  });
  const [a, b] = [side(secret, FIRST, HILL), side(other, OTHER, FORT)];
  const finding = {
    kind: 'contradicts',
    slot: 'actor',
    a,
    b,
    claims: [a, b],
    question: 'who-holds:karrad',
    rule: 'sample',
    sentence: { fr: `« ${HILL} »`, en: `“${HILL}”` },
  } as const;
  await ledger.storeFindings(dossier, [
    { ...finding, id: 'f-1' },
    { ...finding, id: 'f-2', a: b, claims: [b] },
  ]);
  await ledger.storeFindings(dossier, [
    { ...finding, id: 'f-1' },
    { ...finding, id: 'f-3', a: b, claims: [b], sentence: { fr: 'Oui.', en: 'Yes.' } },
  ]);
  await ledger.giveVerdict(dossier, {
    about: { kind: 'finding', id: 'f-1' },
    dispatches: [secret, other],
    ruling: 'doubtful',
    note: `la ${SECRET} n'y est pas`,
  });
  return { dossier, secret, later, other };
}

async function put(
  ledger: Ledger,
  dossier: string,
  text: string,
  given: Parameters<typeof dispatchSample>[1],
): Promise<string> {
  const added = await ledger.addDispatch(dossier, dispatchSample(text, given));
  if (added.outcome === 'removed') throw new Error('removed');
  await ledger.putReading(dossier, added.dispatch.id, read(text, '1', given?.published?.date ?? null));
  return added.dispatch.id;
}

function read(text: string, version: string, published: string | null) {
  const hill = text.includes(HILL);
  return readingSample(text, {
    version,
    published,
    statements: hill ? [{ content: HILL, anonymous: true }] : [],
    claims: [
      {
        words: FORT,
        actor: ['militia'],
        place: [{ name: 'Karrad', candidates: [{ id: 'recoupe:karrad', why: 'only-place-of-that-name' }] }],
        time: published,
      },
      ...(hill ? [{ words: HILL, type: 'capture' as const, statement: 's1', actor: ['army'] }] : []),
    ],
  });
}
