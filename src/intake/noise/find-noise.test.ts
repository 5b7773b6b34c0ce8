import { describe, expect, test } from 'vitest';
import { readOpening } from '../day/opening.ts';
import { linesOf } from '../lines.ts';
import { findNoise } from './find-noise.ts';

const HEAD = 'Deux ponts rouverts sur le fleuve';
const ONE =
  "Deux ponts ont été rouverts jeudi par l'armée syrienne, a annoncé le gouvernorat, qui promet d'autres chantiers.";
const TWO = 'Les camions y passent depuis midi, selon un responsable du port, et les familles rentrent.';
const noiseOf = (text: string, publisher: string | null = null) => {
  const lines = linesOf(text);
  return findNoise(text, lines, { opening: readOpening(text, lines), publisher }).map(
    ({ start, end, kind }) => `${kind}: ${text.slice(start, end)}`,
  );
};
const between = (...blocks: string[]) => [HEAD, ONE, ...blocks, TWO].join('\n\n');

describe('links to other stories', () => {
  const cases = [
    [between('Lire aussi : Le marché de Raqqa renaît'), ['related: Lire aussi : Le marché de Raqqa renaît']],
    [between('>> À lire également – Retour à Kobané'), ['related: >> À lire également – Retour à Kobané']],
    [
      between('Lire aussi\nLe marché de Raqqa renaît\nRetour à Kobané'),
      ['related: Lire aussi\nLe marché de Raqqa renaît\nRetour à Kobané'],
    ],
    // Only the first title: the second may be a heading of the story.
    [
      between('Sur le même sujet', 'Retour à Kobané', 'La situation au sud'),
      ['related: Sur le même sujet\n\nRetour à Kobané'],
    ],
    [
      `${between()}\n\nSur le même sujet\n\nRetour à Kobané\n\nLe marché de Raqqa renaît\n`,
      ['related: Sur le même sujet\n\nRetour à Kobané\n\nLe marché de Raqqa renaît'],
    ],
    [`${between()}\n\nRelated Articles\n`, ['related: Related Articles']],
  ] as const;
  for (const [text, noise] of cases) test(noise[0], () => expect(noiseOf(text)).toEqual(noise));
});

describe('a stray teaser of another story', () => {
  const teasers = [
    "Incendie dans un entrepôt de banlieue\nLa Gazette vous explique ce que l'on sait du sinistre, qui a mobilisé cent pompiers.",
    'Pérou : un séisme secoue Arequipa\nLa secousse a réveillé toute la ville dimanche, sans faire de victime connue.',
    'Tennis : la finale reportée à cause du vent\nLe tournoi reprendra lundi matin, si le ciel le veut bien.',
    'Grand froid sur le littoral\nVent, neige et verglas : nos prévisions pour la fin de semaine.',
  ];
  for (const teaser of teasers) test(teaser, () => expect(noiseOf(between(teaser))).toEqual([`teaser: ${teaser}`]));
});

describe('what belongs to the story', () => {
  const blocks = [
    'La situation au sud',
    HEAD, // the headline once more
    'Syrie : la situation au sud\nLes chantiers avancent vers le port, dit le gouvernorat.',
    // It tells of this war, under the name of a country that the rest does not mention.
    "Turquie : une frontière fermée\nAnkara a fermé le poste d'Akçakale aux camions du gouvernorat.",
    // A round-up.
    'Pérou : un séisme secoue Arequipa\nLa secousse a réveillé la ville.\n\nChili : une grève vide les quais\nLes dockers réclament une prime.',
    'Par Moscou interposé',
    'Lire',
    "À Moscou, le ministre vous explique ce que l'ouvrage a coûté.",
    'AFP',
  ];
  for (const block of blocks)
    test(block, () =>
      expect(noiseOf([HEAD, ...Array(8).fill(ONE), block, ...Array(8).fill(TWO)].join('\n\n'))).toEqual([]),
    );
});

describe('credits at the end of the words', () => {
  test('an agency behind the last sentence', () => {
    expect(noiseOf(`${between()} (avec Agence Méridienne)\n`)).toEqual(['byline: (avec Agence Méridienne)']);
  });
  test('not behind an earlier one, where it may belong to a quotation', () => {
    expect(noiseOf([HEAD, `${ONE} (AFP)`, TWO].join('\n\n'))).toEqual([]);
  });
  test('of a photograph under its caption', () => {
    expect(noiseOf(between('Le pont de pierre (Photo : K. Benali)'))).toEqual(['byline: (Photo : K. Benali)']);
  });
});

test('the name of the publisher above the date is one header with it', () => {
  const text = `Radio Ponant\nLe 24 septembre 2018\n\n${between()}`;
  expect(noiseOf(text, 'Radio Ponant')).toEqual(['header: Radio Ponant\nLe 24 septembre 2018']);
  expect(noiseOf(text)).toEqual(['header: Le 24 septembre 2018']);
});
