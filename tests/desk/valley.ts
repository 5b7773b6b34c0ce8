import type { ClaimSample, StatementSample } from '../ledger/samples.ts';
import { day, dispatchSample, mention, readingSample } from '../ledger/samples.ts';
import type { TestDesk } from './test-desk.ts';

// A dossier of seven short dispatches whose readings are given, so that what the desk makes of them is known to the letter.

const BOUKAMAL = [{ name: 'Boukamal', candidates: [{ id: 'geonames:174448', why: 'only-place-of-that-name' }] }];
const SYRIA = [{ name: 'Syrie', candidates: [{ id: 'geonames:163843', why: 'only-place-of-that-name' }] }];

type Sample = {
  readonly name: string;
  readonly publisher: string;
  readonly published: string | null;
  readonly text: string;
  readonly statements?: readonly (Omit<StatementSample, 'source'> & { readonly source?: string })[];
  readonly claims?: readonly ClaimSample[];
};

const VALLEY: readonly Sample[] = [
  {
    name: 'prise.txt',
    publisher: 'Agence Méridienne',
    published: '2017-11-09',
    text: 'L’armée syrienne a pris Boukamal jeudi, a affirmé un porte-parole militaire. La ville est vide.',
    statements: [
      {
        content: 'L’armée syrienne a pris Boukamal jeudi',
        source: 'un porte-parole militaire',
        name: 'porte-parole militaire',
        by: ['syrian-army'],
      },
    ],
    claims: [
      {
        words: 'L’armée syrienne a pris Boukamal',
        type: 'capture',
        statement: 's1',
        actor: ['syrian-army'],
        target: ['islamic-state'],
        place: BOUKAMAL,
        time: '2017-11-09',
      },
    ],
  },
  {
    name: 'osdh.txt',
    publisher: 'Radio Ponant',
    published: '2017-11-12',
    text: 'Le groupe EI tient de nouveau Boukamal depuis samedi, selon l’OSDH, qui compte au moins 80 morts parmi les combattants évacués.',
    statements: [
      {
        content: 'Le groupe EI tient de nouveau Boukamal depuis samedi',
        source: 'l’OSDH',
        name: 'OSDH',
        by: ['sohr'],
        said: '2017-11-12',
      },
    ],
    claims: [
      {
        words: 'Le groupe EI tient de nouveau Boukamal',
        type: 'control',
        statement: 's1',
        actor: ['islamic-state'],
        place: BOUKAMAL,
        time: '2017-11-11/2017-11-12',
      },
      {
        words: 'au moins 80 morts',
        type: 'casualties',
        statement: 's1',
        target: ['islamic-state'],
        place: BOUKAMAL,
        quantity: { value: 80, bound: '>=', unit: 'deaths' },
        time: '2017-11-12',
      },
    ],
  },
  {
    name: 'moscou.txt',
    publisher: 'Agence Méridienne',
    published: '2017-12-07',
    text: 'Plus une seule localité de Syrie n’est aux mains de l’EI, a dit jeudi le ministère russe de la Défense.',
    statements: [
      {
        content: 'Plus une seule localité de Syrie n’est aux mains de l’EI',
        source: 'le ministère russe de la Défense',
        name: 'ministère russe de la Défense',
        by: ['russian-defence-ministry'],
        said: '2017-12-07',
      },
    ],
    claims: [
      {
        words: 'Plus une seule localité de Syrie n’est aux mains de l’EI',
        type: 'control',
        statement: 's1',
        actor: ['islamic-state'],
        place: SYRIA,
        time: '2017-12-07',
        polarity: 'negated',
      },
    ],
  },
  {
    name: 'coalition-1.txt',
    publisher: 'Radio Ponant',
    published: '2017-12-06',
    text: 'Il reste moins de 3.000 jihadistes, a estimé mardi la coalition.',
    statements: [
      {
        content: 'Il reste moins de 3.000 jihadistes',
        source: 'la coalition',
        name: 'coalition',
        by: ['us-led-coalition'],
        said: '2017-12-05',
      },
    ],
    claims: [
      {
        words: 'moins de 3.000 jihadistes',
        type: 'strength',
        statement: 's1',
        actor: ['islamic-state'],
        quantity: { value: 3000, bound: '<', unit: 'fighters' },
        time: '2017-12-05',
      },
    ],
  },
  {
    name: 'coalition-2.txt',
    publisher: 'Le Courrier du Levant',
    published: '2017-12-27',
    text: 'Moins de 1.000 jihadistes demeurent, a estimé mercredi la coalition.',
    statements: [
      {
        content: 'Moins de 1.000 jihadistes demeurent',
        source: 'la coalition',
        name: 'coalition',
        by: ['us-led-coalition'],
        said: '2017-12-27',
      },
    ],
    claims: [
      {
        words: 'Moins de 1.000 jihadistes',
        type: 'strength',
        statement: 's1',
        actor: ['islamic-state'],
        quantity: { value: 1000, bound: '<', unit: 'fighters' },
        time: '2017-12-27',
      },
    ],
  },
  {
    name: 'temoin.txt',
    publisher: 'Radio Ponant',
    published: '2017-11-13',
    text: 'L’EI est revenu dans Boukamal, raconte Nadia Merzoug, qui a fui la ville avec ses enfants.',
    statements: [
      { content: 'L’EI est revenu dans Boukamal', source: 'Nadia Merzoug', name: 'Nadia Merzoug', said: '2017-11-13' },
    ],
    claims: [
      {
        words: 'L’EI est revenu dans Boukamal',
        type: 'control',
        statement: 's1',
        actor: ['islamic-state'],
        place: BOUKAMAL,
        time: '2017-11-13',
      },
    ],
  },
  {
    name: 'sans-date.txt',
    publisher: 'Radio Ponant',
    published: null,
    text: 'Des évacuations ont commencé jeudi dans la vallée ; la ville avait été prise le 9 novembre 2017.',
    claims: [
      {
        words: 'la ville avait été prise le 9 novembre 2017',
        type: 'capture',
        actor: ['syrian-army'],
        place: BOUKAMAL,
        time: '2017-11-09',
      },
    ],
  },
];

/** Adds the dossier to a ledger. Returns its id and those of its dispatches, by name. */
export async function addValley({
  ledger,
}: Pick<TestDesk, 'ledger'>): Promise<{ dossier: string; ids: Record<string, string> }> {
  const { id: dossier } = await ledger.createDossier('La vallée');
  const ids: Record<string, string> = {};
  for (const { name, publisher, published, text, statements = [], claims = [] } of VALLEY) {
    const sample = dispatchSample(text, { name, publisher, published: published === null ? null : day(published) });
    const added = await ledger.addDispatch(dossier, sample);
    if (added.outcome === 'removed') throw new Error(name);
    ids[name] = added.dispatch.id;
    const given = statements.map(({ source, ...rest }) => ({
      ...rest,
      source: source === undefined ? null : mention(text, source),
    }));
    const reading = readingSample(text, { statements: given, claims, published });
    await ledger.putReading(dossier, added.dispatch.id, reading, { madeBy: 'people' });
  }
  return { dossier, ids };
}
