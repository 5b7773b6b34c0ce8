import type { NoiseKind } from '../dispatch.ts';
import { AGENCY, anyOf, press } from '../lists.ts';

/** Lines that are part of the page or the wire, not of the story. */
type LineRule = {
  /** Stable: stored with the noise. */
  readonly name: string;
  readonly kind: NoiseKind;
  /** The whole line, without white space at its ends; case counts unless `anyCase`. */
  readonly pattern: string;
  readonly anyCase?: true;
  /** Where it may stand: at the top or the end (the first lines, the last ones), or anywhere. */
  readonly where: 'edges' | 'anywhere';
  readonly reads: readonly string[];
  readonly ignores: readonly string[];
};

// No part of a name holds the signs that join parts: a pattern that could cut « A-B-C » in several ways takes a time that
// grows with all of them.
const PART = "\\p{Lu}[\\p{L}'’.]*";
const JOIN = "(?:de|du|des|la|le|les|el|al|ez|ben|bin|ibn|sur|en|van|von|der|d['’])";
const NAME = `${PART}(?:[ \\u00a0-](?:${JOIN}[ \\u00a0-]?){0,3}${PART}){0,5}`;
const AGENCIES = `${AGENCY}(?:(?:,| et|/| -) ?${AGENCY})*`;
const ROLE = `(?:${anyOf(press.roles)})`;
/** A place with what stands around it: « Qamichli (Syrie) », « New York, Nations unies ». */
const PLACE = `${PART}(?:[ \\u00a0,(-]{1,3}(?:${JOIN}[ \\u00a0-]?){0,3}${PART}\\)?)*`;
const ROLE_TAIL = `(?:,? ${ROLE}(?: (?:à|au|aux|en|de|du|dans|pour|permanente?) ${PLACE})?)`;
const PLACE_TAIL = `(?:,? (?:à|au|aux|en|depuis) ${PLACE})`;
const WITH_TAIL = `(?:,? \\(?avec (?:${AGENCIES}|agences?|des agences|les agences)\\)?)`;
const NAMES = `${NAME}(?:(?:,| et| &| avec) ${NAME})*`;

export const lineRules: readonly LineRule[] = [
  {
    name: 'byline-by',
    kind: 'byline',
    pattern: `(?:Par|PAR|Propos recueillis par|PROPOS RECUEILLIS PAR|(?:Texte|Texte et photos|Récit|Reportage|Entretien|Analyse|Enquête)(?: par|[ \\u00a0]?:))[ \\u00a0]?:? ${NAMES}(?:${ROLE_TAIL}|${PLACE_TAIL}|${WITH_TAIL})*\\.?`,
    where: 'edges',
    reads: [
      'Par Odile Ferrand',
      'Par Odile Ferrand et Karim Benali, à Erbil',
      'Par Odile Ferrand, envoyée spéciale à Qamichli',
      'Propos recueillis par Yann Le Goff',
      'Texte et photos : Odile Ferrand',
      'Par La Gazette du Nord avec AFP',
    ],
    ignores: [
      'Par ailleurs',
      'Enquête Ferrand',
      'Par Odile Ferrand, la ville respire de nouveau.',
      'Par Moscou interposé, le régime négocie',
    ],
  },
  {
    name: 'byline-from',
    kind: 'byline',
    pattern: `(?:[Dd]e|DE) (?:notre|nos|NOTRE|NOS) ${ROLE}(?: (?:à|au|aux|en|dans|permanente?) ${PLACE})?\\.?`,
    where: 'edges',
    reads: ['De notre correspondant à Beyrouth', 'De notre envoyée spéciale à Erbil, Odile Ferrand'],
    ignores: ['De notre correspondant à Beyrouth, on apprend que la route est coupée.'],
  },
  {
    name: 'byline-role',
    kind: 'byline',
    pattern: `${NAME}${ROLE_TAIL}(?:${WITH_TAIL})?\\.?`,
    where: 'edges',
    reads: ['Odile Ferrand, envoyée spéciale à Qamichli', 'Karim Benali, correspondant à Bagdad'],
    ignores: ['Karim Benali, correspondant à Bagdad, raconte la bataille', 'Odile Ferrand, ministre des Transports'],
  },
  {
    name: 'byline-agency',
    kind: 'byline',
    pattern: `[(\\[]?(?:${NAMES}[ ,]+)?(?:avec|Avec|AVEC|Source|Sources|source|Par|par)(?: ?:)? (?:l['’])?(?:${AGENCIES}|agences?|les agences)[)\\]]?\\.?`,
    where: 'anywhere',
    reads: [
      'Avec AFP',
      '(avec Reuters)',
      'La Gazette du Nord avec AFP',
      'Source : AFP',
      "Par l'AFP",
      'Avec agences',
      '(avec AFP et Reuters)',
    ],
    ignores: ['Avec AFP, tout change', 'Avec Reuters et ses images, la rédaction travaille'],
  },
  {
    name: 'byline-agency-alone',
    kind: 'byline',
    pattern: `[(\\[©]? ?${AGENCIES}[)\\]]?\\.?`,
    where: 'edges',
    reads: ['AFP', '(AFP)', '© AFP', 'AFP/Reuters', 'Agence France-Presse'],
    ignores: ['AFP Paris envoie une équipe', 'OSDH'],
  },
  {
    name: 'byline-desk',
    kind: 'byline',
    pattern: `\\((?:[^()]{0,80}(?:édité|édition|édition française|révisé|traduit) par ${NAMES}|${NAMES}(?:,| pour)? (?:le )?[Ss]ervice [^()]{3,40}|[^()]{0,60} pour le service français[^()]{0,80})\\)\\.?`,
    where: 'edges',
    reads: [
      '(Odile Ferrand, édité par Karim Benali)',
      '(Odile Ferrand pour le service français, édité par Yann Le Goff)',
    ],
    ignores: ['(La ville fut édité par personne)', '(selon un rapport)'],
  },
  {
    name: 'byline-initials',
    kind: 'byline',
    pattern: '(?:bur-)?[a-z]{2,4}(?:-[a-z]{2,4})*(?:/[a-z]{2,4}(?:-[a-z]{2,4})*)+',
    where: 'edges',
    reads: ['bur-ofe/kb/ylg', 'ofe/kb'],
    ignores: ['et/ou bien', 'oui'],
  },
  {
    name: 'header-revision',
    kind: 'header',
    pattern: '\\((?:actualisé|actualisation|répétition|mise à jour)(?: [^()]{3,120})?\\)\\.?',
    anyCase: true,
    where: 'edges',
    reads: ['(Actualisé avec bilan, réactions)', '(Répétition technique)'],
    ignores: ['(Bien lire 1.000 et non 10.000)', '(actualisé)e'],
  },
  {
    name: 'header-dates',
    kind: 'header',
    pattern:
      '(?:publiée?|mise? à jour|modifiée?|mise? en ligne|dernière (?:mise à jour|modification))(?: le| :)[^.!?]{0,60}\\d{1,4}[^.!?]{0,40}',
    anyCase: true,
    where: 'edges',
    reads: ['Publié le 3 mars 2019 à 18h20', 'Mis à jour le 04/03/2019 à 09:00'],
    ignores: ['Publié le mois dernier', 'Mis à jour. Le texte de 2015 prévoit autre chose.'],
  },
  {
    name: 'header-reading-time',
    kind: 'header',
    pattern: '(?:temps de )?lecture ?:? ?\\d+ ?min(?:utes?)?\\.?',
    anyCase: true,
    where: 'anywhere',
    reads: ['Temps de lecture : 3 min', 'Lecture 2 min.'],
    ignores: ['Lecture du texte'],
  },
  {
    name: 'credit-photo',
    kind: 'byline',
    pattern: `[(\\[]?(?:crédits?(?: photos?)?|crédit image|photos?(?: d['’](?:illustration|archives?))?|image d['’](?:illustration|archives?)|illustration|légende et photo)(?: ?[:©](?:[^.!?]|(?<=(?<!\\p{L})\\p{L})\\.){2,80}|(?: ?©?) ?${AGENCIES}|)[)\\]]?\\.?`,
    anyCase: true,
    where: 'anywhere',
    reads: [
      'Crédit photo : O. Ferrand',
      "Photo d'illustration",
      'Photo AFP',
      '(Photo : Karim Benali)',
      'Crédits : Agence Méridienne',
    ],
    ignores: [
      'Photos de la ville : les images parlent. Et après ?',
      "Crédit d'impôt : ce qui change en mars.",
      'Illustration de la crise, la route est fermée.',
    ],
  },
  {
    name: 'credit-sign',
    kind: 'byline',
    pattern: '[(\\[]?©[^.!?]{2,80}\\.?[)\\]]?',
    where: 'anywhere',
    reads: ['© Odile Ferrand / Agence Méridienne', '© 2018 Agence Méridienne'],
    ignores: ['© est le signe du droit. Il date de 1909.'],
  },
  {
    name: 'credit-name-agency',
    kind: 'byline',
    pattern: `(?:via )?${NAME} ?/ ?(?:${AGENCY}|Archives)(?: ?/ ?${NAME})*|${AGENCY} ?/ ?(?:${NAME}|Archives)|${AGENCY} PHOTO(?: ?/ ?.{2,40})?`,
    where: 'anywhere',
    reads: ['Odile Ferrand/AFP', 'AFP/Odile Ferrand', 'AFP PHOTO / O. FERRAND', 'AFP/Archives'],
    ignores: ['Odile Ferrand / ministre'],
  },
  {
    name: 'credit-rights',
    kind: 'byline',
    pattern: '[^!?]{0,80}tous droits (?:de reproduction(?: et de (?:représentation|diffusion))? )?réservés[^!?]{0,120}',
    anyCase: true,
    where: 'edges',
    reads: [
      'Tous droits réservés.',
      '© 2018 Agence Méridienne. Tous droits de reproduction et de représentation réservés.',
    ],
    ignores: ['La loi dit que tous droits sont garantis'],
  },
  {
    name: 'navigation-cookies',
    kind: 'navigation',
    pattern:
      "(?=[^\\n]*(?<!\\p{L})cookies?(?!\\p{L}))(?=[^\\n]*(?:accept|consent|refus|navigation|paramétr|votre expérience|mesure d[’']audience|personnalis))[^\\n]{10,400}",
    anyCase: true,
    where: 'edges',
    reads: [
      "En poursuivant votre navigation, vous acceptez l'utilisation de cookies.",
      'Ce site utilise des cookies pour améliorer votre expérience.',
    ],
    ignores: ['La vente de cookies a rapporté mille euros.'],
  },
  {
    name: 'navigation-paywall',
    kind: 'navigation',
    pattern:
      "(?:(?:cet |l['’])article (?:est )?réservé (?:à nos|aux) abonnés|(?:la suite|article|contenu)(?: de (?:cet article|l['’]article))? (?:est )?réservée? (?:à nos|aux) abonnés|il vous reste [\\d.,]+ ?% de cet article à lire|(?:abonnez-vous|connectez-vous|inscrivez-vous) (?:pour|à|et|gratuitement|dès)[^.!?]{3,120}|déjà abonnée? ?[?!]?.{0,40}|(?:recevez|inscrivez-vous à) (?:notre|nos|la|les) newsletters?[^.!?]{0,120})[.!…]*(?: la suite est réservée aux abonnés\\.?)?",
    anyCase: true,
    where: 'anywhere',
    reads: [
      'Cet article est réservé aux abonnés.',
      'Il vous reste 75% de cet article à lire. La suite est réservée aux abonnés.',
      'Abonnez-vous pour lire la suite',
      'Inscrivez-vous à notre newsletter',
    ],
    ignores: ['Le théâtre est réservé aux abonnés ce soir-là.', 'Abonnez-vous, disait le tract distribué dans la rue.'],
  },
  {
    name: 'navigation-share',
    kind: 'navigation',
    pattern:
      "(?:partage[rz]|suivez[- ]nous|envoyer|imprimer|tweeter)(?:[ ,|/•·]+(?:cet article|l[’']article|sur|par|avec|et|facebook|twitter|x|whatsapp|linkedin|telegram|messenger|instagram|google news|google|e-?mail|mail|partager|imprimer|envoyer|tweeter|commenter|pinterest))+\\.?",
    anyCase: true,
    where: 'anywhere',
    reads: ['Partager sur Facebook | Twitter | WhatsApp', 'Suivez-nous sur Google News', 'Imprimer | partager'],
    ignores: ['Partager le pouvoir avec les tribus', 'Envoyer des renforts par la route'],
  },
  {
    name: 'navigation-breadcrumb',
    kind: 'navigation',
    pattern: '(?:Accueil|ACCUEIL|Home)(?: ?[>›»/|] ?[^>›»/|.!?]{2,40}){1,6}',
    where: 'edges',
    reads: ['Accueil > Monde > Proche-Orient'],
    ignores: ['Accueil des familles / un plan pour la ville.', 'Accueil glacial à Erbil'],
  },
  {
    name: 'navigation-count',
    kind: 'navigation',
    pattern: '\\d{1,6} (?:commentaires?|partages?|réactions?|vues|lectures|abonnés)',
    anyCase: true,
    where: 'edges',
    reads: ['12 commentaires', '1 partage'],
    ignores: ['12 morts', '3 commentaires du ministre'],
  },
];
