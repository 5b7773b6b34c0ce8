import type { Bilingual } from '../../core/index.ts';

/** What a published dossier says, in both languages. */
export const words = {
  exercise: {
    fr: 'Exercice : les dépêches de ce dossier ont été écrites pour l’exemple et n’ont jamais été publiées.',
    en: 'Exercise: the dispatches of this dossier were written for the example and never published.',
  },
  notJudge: {
    fr: 'Cette page ne dit pas qui a raison : elle montre qui dit quoi, et sur quels mots elle se fonde.',
    en: 'This page does not say who is right: it shows who says what, and on which words that rests.',
  },
  made: { fr: 'Publié le', en: 'Published on' },
  with: { fr: 'avec Recoupe', en: 'with Recoupe' },
  dispatches: { fr: 'Dépêches', en: 'Dispatches' },
  claims: { fr: 'affirmations', en: 'claims' },
  questions: { fr: 'Questions', en: 'Questions' },
  findings: { fr: 'constats', en: 'findings' },
  map: { fr: 'Carte', en: 'Map' },
  contested: { fr: 'Ce qui est contesté', en: 'What is contested' },
  nothingContested: {
    fr: 'Aucun récit n’en contredit un autre dans ce dossier.',
    en: 'No account contradicts another in this dossier.',
  },
  timeline: { fr: 'Chronologie', en: 'Timeline' },
  quotes: { fr: 'Citations', en: 'Quotations' },
  asOf: { fr: 'État au', en: 'As of' },
  believe: { fr: 'Selon', en: 'According to' },
  place: { fr: 'Lieu', en: 'Place' },
  state: { fr: 'État', en: 'State' },
  heldBy: { fr: 'Tenu par', en: 'Held by' },
  not: { fr: 'pas', en: 'not' },
  day: { fr: 'Jour', en: 'Day' },
  source: { fr: 'Source', en: 'Source' },
  words: { fr: 'Mots', en: 'Words' },
  party: { fr: 'Partie', en: 'Party' },
  undated: { fr: 'sans date', en: 'undated' },
  nameless: { fr: 'une personne que seule la dépêche nomme', en: 'a person whom only the dispatch names' },
  unnamed: { fr: 'source non nommée', en: 'unnamed source' },
  originsOf: { fr: 'origines indépendantes', en: 'independent origins' },
  originOf: { fr: 'origine', en: 'origin' },
  answers: { fr: 'réponses', en: 'answers' },
  onlyContested: { fr: 'seulement les questions contestées', en: 'only contested questions' },
  filter: { fr: 'Chercher dans les citations', en: 'Search the quotations' },
  shown: { fr: 'affichées', en: 'shown' },
  offsets: { fr: 'caractères', en: 'characters' },
  howToCheck: { fr: 'Comment vérifier une citation', en: 'How to check a quotation' },
  howToCheckWords: {
    fr: 'Chaque citation donne sa dépêche, sa place dans le texte (en unités de code UTF-16, depuis 0) et l’empreinte SHA-256 du fichier tel qu’il a été reçu. Qui possède le fichier peut recalculer l’empreinte et retrouver les mots.',
    en: 'Each quotation gives its dispatch, its place in the text (in UTF-16 code units, from 0) and the SHA-256 of the file as it came. Who has the file can compute the digest again and find the words.',
  },
  noFullTexts: {
    fr: 'Les dépêches appartiennent à qui les a publiées : seules les phrases citées figurent ici.',
    en: 'The dispatches belong to those who published them: only the sentences quoted stand here.',
  },
  fullText: { fr: 'Texte', en: 'Text' },
  publisher: { fr: 'Éditeur', en: 'Publisher' },
  name: { fr: 'Nom', en: 'Name' },
  address: { fr: 'Adresse', en: 'Address' },
  sha: { fr: 'SHA-256', en: 'SHA-256' },
  readAlone: {
    fr: 'Sans script, cette page montre l’état au dernier jour, selon toutes les sources.',
    en: 'Without script, this page shows the state on the last day, according to all sources.',
  },
  by: { fr: 'au plus tard le', en: 'by' },
} as const satisfies Record<string, Bilingual>;

export const states: Readonly<Record<string, Bilingual>> = {
  held: { fr: 'tenu', en: 'held' },
  claimed: { fr: 'revendiqué', en: 'claimed' },
  contested: { fr: 'contesté', en: 'contested' },
  denied: { fr: 'nié', en: 'denied' },
  unknown: { fr: 'inconnu', en: 'unknown' },
};

export const certainties: Readonly<Record<string, Bilingual>> = {
  asserted: { fr: 'affirmé', en: 'asserted' },
  negated: { fr: 'affirmé que non', en: 'said not to be' },
  denied: { fr: 'démenti', en: 'denied' },
  hearsay: { fr: 'ouï-dire', en: 'hearsay' },
  forecast: { fr: 'annoncé pour l’avenir', en: 'forecast' },
  intent: { fr: 'intention', en: 'intent' },
};

export const findingKinds: Readonly<Record<string, Bilingual>> = {
  agrees: { fr: 'concordent', en: 'agree' },
  contradicts: { fr: 'se contredisent', en: 'contradict each other' },
  'disputes-part': { fr: 'diffèrent sur un point', en: 'differ on one point' },
  supersedes: { fr: 'remplace', en: 'supersedes' },
  denies: { fr: 'dément', en: 'denies' },
  refines: { fr: 'précise', en: 'refines' },
  repeats: { fr: 'répète', en: 'repeats' },
  retracts: { fr: 'retire', en: 'retracts' },
};

export const claimTypes: Readonly<Record<string, Bilingual>> = {
  control: { fr: 'contrôle', en: 'control' },
  capture: { fr: 'prise', en: 'capture' },
  attack: { fr: 'attaque', en: 'attack' },
  movement: { fr: 'mouvement', en: 'movement' },
  presence: { fr: 'présence', en: 'presence' },
  strength: { fr: 'effectifs', en: 'strength' },
  casualties: { fr: 'victimes', en: 'casualties' },
  displacement: { fr: 'déplacés', en: 'displacement' },
  victory: { fr: 'victoire', en: 'victory' },
  support: { fr: 'soutien', en: 'support' },
};
