import { expect, test } from 'vitest';
import { dossierOf, type Printed, world } from '../../tests/crosscheck/sample-dossier.ts';
import { crosscheck } from './index.ts';

const cases = [
  // what is said, of whom and where                                  the question
  [{ type: 'control', actor: 'islamic-state', place: 'Boukamal' }, 'Boukamal : qui tient ?', 'Who holds Al-Bukamal?'],
  [{ type: 'control', actor: 'islamic-state', place: 'Syrie' }, 'Syrie : qui tient ?', 'Who holds Syria?'],
  [
    { type: 'control', actor: 'islamic-state', place: 'Euphrate' },
    'Euphrate : qui tient ?',
    'Who holds the Euphrates?',
  ],
  [
    { type: 'support', actor: 'russia', target: 'syrian-government' },
    'Russie : soutien à qui ?',
    'Whom does Russia back?',
  ],
  [{ type: 'casualties', target: 'iraq' }, 'Combien de victimes : Irak (État) ?', 'How many casualties: Iraq (state)?'],
  [{ type: 'casualties', target: 'iraq', place: 'Irak' }, 'Combien de victimes : Irak ?', 'How many casualties: Iraq?'],
] as const;
for (const [told, fr, en] of cases)
  test(en, () => {
    const says: Printed['says'] = [{ by: 'sohr', time: '2017-11-09', ...told }];
    const { questions } = crosscheck(dossierOf([{ id: 'a', published: '2017-11-09', says }]), world);
    expect(questions.map(({ sentence }) => sentence)).toEqual([{ fr, en }]);
  });
