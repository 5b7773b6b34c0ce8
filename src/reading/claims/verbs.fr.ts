// French words that the rules for claims turn on, by lemma: ours, from a speaker's knowledge. Lists of what claims speak
// of (land, people, arms) are data, in data/fr/claim-words.json; these are verbs and nouns of the grammar.

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Verbs that lend their subject to the noun they govern: who launches an offensive attacks. */
export const LIGHT_ACTIVE = words(`
  lancer mener conduire effectuer procéder perpétrer commettre déclencher poursuivre engager entamer
  livrer préparer planifier multiplier intensifier opérer exécuter apporter fournir accorder
  recevoir remporter proclamer annoncer célébrer revendiquer tenter réussir utiliser disposer
  conserver posséder garder maintenir installer établir transformer avoir tendre porter infliger
`);

/** Those of them by which a deed may also be told of somebody else. */
export const LIGHT_TELLS = words(`
  annoncer proclamer célébrer
`);

/** Nouns of what is done to people: « le massacre des villageois » is not the villagers' deed. */
export const VICTIMISES = words(`
  massacre tuerie carnage viol agression répression persécution exécution enlèvement
`);

/** Verbs whose subject undergoes what the noun tells: who comes under fire is attacked. */
export const LIGHT_PASSIVE = words(`
  subir essuyer connaître endurer repousser affronter recevoir
`);

/** Verbs whose perfect takes « être » without being a passive: « sont entrés ». */
export const WITH_ETRE = words(`
  aller arriver décéder demeurer descendre devenir entrer intervenir monter mourir
  naître partir parvenir passer rentrer repartir rester retomber retourner revenir
  sortir survenir tomber venir
`);

/** Verbs that lend their object to an infinitive as its subject: « accuse X de faire ». */
export const OBJECT_CONTROL = words(`
  accuser empêcher soupçonner obliger forcer contraindre convaincre charger aider inviter
  appeler exhorter sommer pousser presser dissuader incriminer suspecter voir entendre laisser regarder
`);

/** Verbs by which a subject is what their object is: « X constitue l'essentiel des forces ». */
export const IDENTITY = words(`
  représenter constituer former composer
`);

/** Words of time that a parse takes for an object at times: « a repris jeudi la ville ». */
export const DAY_WORDS = words(`
  lundi mardi mercredi jeudi vendredi samedi dimanche hier lundis
`);

/** Verbs whose infinitive is what somebody aims at. */
export const AIMS = words(`
  vouloir devoir chercher tenter essayer viser prévoir compter entendre projeter
  planifier souhaiter espérer promettre menacer préparer décider accepter refuser appeler
  exiger demander ordonner falloir désirer envisager travailler engager aspirer jurer
  inviter efforcer résoudre déterminer
`);

/** Nouns and adjectives whose complement is what somebody aims at: « l'intention de », « prêt à ». */
export const AIM_NOUNS = words(`
  intention objectif but projet plan volonté mission promesse tentative menace
  préparatif bataille opération ordre appel essentiel priorité heure décision proposition
  espoir prêt résolu déterminé disposé décidé
`);

/** Verbs that make an infinitive uncertain. */
export const SEEMS = words(`
  sembler paraître pouvoir risquer
`);

/** Words that make what they stand beside uncertain; « sans doute » is told apart by its first word. */
export const SEEMING = words(`
  présumé présumée présumés présumées apparemment probablement vraisemblablement peut-être possiblement susceptible
  susceptibles supposé supposée soi-disant éventuel éventuelle éventuels éventuelles éventuellement doute
`);

/** Verbs that tell how things stand with a force: with a number of men, its strength. */
export const STANDING = words(`
  aligner avoir combattre compter composer comprendre contrôler demeurer défendre déployer
  disposer estimer former garder occuper opérer posséder rassembler regrouper rester
  retrancher réunir stationner subsister tenir trouver être évaluer cacher terrer
  réfugier maintenir commander entretenir mobiliser revendiquer employer enrôler recruter
`);

/** Nouns whose « que » opens what they tell: « l'idée que la ville tombe ». */
export const TAKES_CONTENT = words(`
  affirmation annonce assurance bruit certitude constat conviction crainte doute espoir fait hypothèse idée impression
  information nouvelle peur point preuve promesse rapport risque rumeur sentiment signe soupçon thèse
`);

/** Words that measure out of what follows « de »: « la totalité de la ville » is the town. */
export const MEASURES = words(`
  aucun aucune bout centaine certain certaines certains chacun chacune cinquantaine cinquième dixième dizaine douzaine
  ensemble essentiel majorité moitié milliard millier million morceau multitude partie plupart plus plusieurs poignée
  pourcent quart quasi-totalité quarantaine quinzaine reste reliquat soixantaine tiers totalité trentaine un une vingtaine
  l'un l'une % km2 kilomètre
`);

/** Nouns by which a place is held: « aux mains de », « sous le contrôle de ». */
export const HELD_IN = words(`contrôle coupe domination emprise joug main autorité pouvoir`);

/** Verbs that with such a noun tell that a place changes hands: « tomber aux mains de ». */
export const CHANGES_HANDS = words(`changer passer tomber retomber repasser arracher reprendre échapper soustraire`);
