/** Short closed classes of French, folded. Long lists are data; these are grammar. */
export const ARTICLES = new Set(['la', 'le', 'l', 'les']);
export const OF = new Set(['de', 'd', 'du', 'des']);
export const CONJUNCTIONS = new Set(['et', 'ou']);
export const DEFINITE = new Set(['le', 'la', 'l', 'ce', 'cet', 'cette', 'du', 'au']);
export const FORMER = new Set(['ancien', 'ancienne', 'anciens', 'anciennes', 'ex']);
/** Before the name of a country or town they show a place and no power. */
export const INTO_PLACES = new Set(['en', 'dans', 'vers', 'depuis']);
/** « à », « au », « aux »: a place (« à Moscou ») or who is spoken to (« reproche à Moscou »). */
export const TO = new Set(['a', 'au', 'aux']);
/** Before a word that is a noun and an adjective, these and numbers show a noun. */
export const BEFORE_NOUNS = new Set(
  (
    'le la l les un une des du de d au aux ce cet cette ces son sa ses leur leurs nos notre mon ma mes tout tous toutes ' +
    'plusieurs quelques certains certaines autres autre nombreux derniers dernier premiers jeunes jeune anciens ancien ex ' +
    'et ou par pour contre entre comme avec sans que qu dont sur selon vers chez haut hauts deux trois quatre cinq six sept ' +
    'huit neuf dix onze douze treize quatorze quinze seize vingt trente quarante cinquante soixante cent cents mille'
  ).split(' '),
);
