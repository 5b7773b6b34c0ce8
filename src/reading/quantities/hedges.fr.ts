import type { HedgeRule } from './hedge.ts';

/** Words before a number that limit it. The longest phrase wins, so that order does not matter. */
export const hedges: readonly HedgeRule[] = [
  {
    name: 'moins-de',
    phrase: 'moins de',
    bound: '<',
    reads: ['moins de mille soldats', 'moins de 1.200 rebelles'],
    ignores: ['pas moins de 300 civils', 'de moins en moins de civils'],
  },
  { name: 'pas-moins-de', phrase: 'pas moins de', bound: '>=', reads: ['pas moins de 300 civils'] }, // the negation turns the bound round
  {
    name: 'plus-de',
    phrase: 'plus de',
    bound: '>',
    reads: ['plus de 40 villages', 'plus de 2 millions de personnes'],
    ignores: ['pas plus de 20 élèves'],
  },
  { name: 'pas-plus-de', phrase: 'pas plus de', bound: '<=', reads: ['pas plus de 20 élèves'] },
  { name: 'au-moins', phrase: 'au moins', bound: '>=', reads: ['au moins 26 morts'] },
  { name: 'au-bas-mot', phrase: 'au bas mot', bound: '>=', reads: ['au bas mot 500 hectares'] },
  { name: 'au-minimum', phrase: 'au minimum', bound: '>=', reads: ['au minimum 12 blessés'] },
  { name: 'minimum', phrase: 'un minimum de', bound: '>=', reads: ['un minimum de 12 blessés'] },
  { name: 'jusqu-a', phrase: "jusqu' à", bound: '<=', reads: ["jusqu' à 400 combattants"] },
  { name: 'au-plus', phrase: 'au plus', bound: '<=', reads: ['au plus 30 otages'] },
  { name: 'au-maximum', phrase: 'au maximum', bound: '<=', reads: ['au maximum 30 otages'] },
  { name: 'tout-au-plus', phrase: 'tout au plus', bound: '<=', reads: ['tout au plus 30 otages'] },
  { name: 'pres-de', phrase: 'près de', bound: '~', reads: ['près de 7.000 réfugiés'] },
  { name: 'environ', phrase: 'environ', bound: '~', reads: ['environ 250 chars'] },
  { name: 'quelque', phrase: 'quelque', bound: '~', reads: ['quelque 900 marins'] },
  { name: 'quelques', phrase: 'quelques', bound: '~', reads: ['quelques 900 marins'] }, // a common misspelling of « quelque »
  { name: 'a-peu-pres', phrase: 'à peu près', bound: '~', reads: ['à peu près 60 hommes'] },
  { name: 'autour-de', phrase: 'autour de', bound: '~', reads: ['autour de 60 hommes'] },
  { name: 'approximativement', phrase: 'approximativement', bound: '~', reads: ['approximativement 60 hommes'] },
  { name: 'presque', phrase: 'presque', bound: '~', reads: ['presque 60 hommes'] },
  { name: 'de-l-ordre-de', phrase: "de l' ordre de", bound: '~', reads: ["de l' ordre de 60 hommes"] },
  { name: 'a-peine', phrase: 'à peine', bound: '~', reads: ['à peine 60 hommes'] },
];
