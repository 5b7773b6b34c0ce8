import type { Sentence } from '../../language/index.ts';
import type { TokenRange } from '../sources/noun-phrase.ts';

/** The channel of a statement, as its words name it: « dans un communiqué », « à l'Agence Méridienne ». */
export type ViaMention = TokenRange & { readonly via: string; readonly rule: string };

type ViaRule = {
  readonly name: string;
  /** Matched against the sentence's text from the beginning of a word, case ignored; `via` names the channel. */
  readonly pattern: RegExp;
  readonly reads: readonly (readonly [sentence: string, via: string])[];
  readonly ignores?: readonly string[];
};

const NAME =
  "(?:(?:le |la |les |l['’])?(?:quotidien |journal |magazine |hebdomadaire |site |chaîne |radio |agence |télévision )*)?(?<via>\\p{Lu}[\\p{L}\\p{N}]*(?:[.-][\\p{L}\\p{N}]+)*(?: (?:de |du |des |la |le )?\\p{Lu}[\\p{L}\\p{N}]*(?:[.-][\\p{L}\\p{N}]+)*)*(?: \\d{1,2})?)";
const EVENT =
  '(?<via>point de presse|conférence de presse|point presse|briefing|entretien(?: téléphonique)?|interview|allocution|discours|audience(?: (?:au|à la|devant le|devant la) \\p{Lu}\\p{L}+)?|audition(?: (?:au|à la|devant le|devant la) \\p{Lu}\\p{L}+)?|réunion|sommet|rencontre|visite|débat|séance|déplacement|meeting)';
const PAPER =
  '(?<via>communiqué|rapport|déclaration|lettre|message|tweet|note|tribune|éditorial|vidéo|enregistrement|document|texte|billet|post)';

/** Channels of French news. */
export const viaRules: readonly ViaRule[] = [
  {
    name: 'interview-with',
    pattern: new RegExp(
      `(?:[Dd]ans|[Ll]ors d['’]|[Aa]u cours d['’]) ?(?:un |une )?(?:entretien|interview|tribune)(?: exclusive?f?)?(?: (?:publiée?|accordée?|donnée?|diffusée?|parue?))?(?: \\p{L}+di)? (?:par|à|au|avec|dans|sur) ${NAME}`,
      'u',
    ),
    reads: [
      [
        'La maire affirme, dans un entretien publié par le quotidien Le Rhône Libre, que tout va bien.',
        'Le Rhône Libre',
      ],
      ['Il l’a dit dans une interview à Radio Ponant.', 'Radio Ponant'],
    ],
  },
  {
    name: 'at-an-event',
    pattern: new RegExp(
      `(?:au cours|lors|à l['’]occasion|à l['’]issue|en marge) (?:d['’]une? |de (?:ce|cette|la|le|son|sa) |du |d['’])${EVENT}`,
      'iu',
    ),
    reads: [
      ['Le préfet l’a indiqué au cours d’un point de presse.', 'point de presse'],
      ['Elle l’a dit lors d’une audience au Sénat.', 'audience au Sénat'],
    ],
  },
  {
    name: 'in-a-paper',
    pattern: new RegExp(`(?:dans|par|via) (?:un |une |ce |cette |son |sa |leur )(?:court |bref |long )?${PAPER}`, 'iu'),
    reads: [['L’usine fermera, annonce-t-elle dans un bref communiqué.', 'communiqué']],
    ignores: ['Il a plu dans un village.'],
  },
  {
    name: 'on-a-network',
    pattern:
      /(?:sur|via) (?:son compte |sa page |le réseau social )?(?<via>twitter|x|facebook|instagram|telegram|youtube|internet|les réseaux sociaux)(?![\p{L}])/iu,
    reads: [['Elle a répondu sur Twitter.', 'Twitter']],
    ignores: ['Il était sur Xantia.'],
  },
  {
    name: 'at-the-microphone',
    pattern: new RegExp(
      `(?:[Aa]u micro d[eu]|[Àà] l['’]antenne d[eu]|[Ss]ur l['’]antenne d[eu]|[Ss]ur les ondes d[eu]|[Dd]ans les colonnes d[eu]|[Ss]ur le plateau d[eu]|citée?s? par|[Aa]uprès d[eu]|[Ii]nterrogée?s? par|[Rr]elayée?s? par) ?${NAME}`,
      'u',
    ),
    reads: [
      ['Il l’a confié au micro de Radio Ponant.', 'Radio Ponant'],
      ['Un routier cité par Radio Ponant racontait que le col était coupé.', 'Radio Ponant'],
    ],
    ignores: ['Il a agi auprès des siens.'],
  },
  {
    name: 'before-the-camera',
    pattern: /devant (?:la |les |une )(?<via>caméras?)/iu,
    reads: [['Elle le répète devant la caméra.', 'caméra']],
  },
  {
    name: 'to-a-medium',
    pattern:
      /(?:à|au) (?:la |l['’])?(?:chaîne|télévision|radio|agence|quotidien|journal|site|magazine|hebdomadaire)(?: de télévision)?(?: \p{Ll}{5,})? (?<via>\p{Lu}[\p{L}\p{N}]*(?:[.-][\p{L}\p{N}]+)*(?: (?:\p{Ll}{2}-)?\p{Lu}[\p{L}\p{N}-]*){0,2})(?= ?(?:[,.;]|une? |le |la |l['’]|des |les |que |qu['’]))/u,
    reads: [
      ['« Nous tiendrons », a-t-il dit à la télévision XTV.', 'XTV'],
      ['« Nous tiendrons », a dit au journal Nour al-Bahr un officier.', 'Nour al-Bahr'],
    ],
    ignores: ['Elle travaille à la radio.'],
  },
  {
    name: 'before-a-chamber',
    pattern:
      /(?:devant|au|à) (?:le |la |les |l['’])?(?<via>Parlement|Sénat|Assemblée(?: nationale| générale)?|Conseil de sécurité|Congrès|Chambre des (?:députés|représentants|communes)|presse|télévision(?: publique| nationale| d['’]État)?)(?![\p{L}])/u,
    reads: [
      ['Il a déclaré au Sénat que le pont rouvrirait.', 'Sénat'],
      ['Elle a parlé à la presse.', 'presse'],
    ],
    ignores: ['Il est élu au sénatorial.'],
  },
  {
    name: 'to-an-agency',
    pattern: /à (?:l['’](?<via>A(?:FP|P|gence \p{Lu}\p{L}+))|(?<name>Reuters|TASS|EFE|ANSA|DPA))(?![\p{L}])/u,
    reads: [
      ['« Rien n’est fini », a-t-il dit à l’AFP.', 'AFP'],
      ['Le porte-parole a confirmé à Reuters que le port rouvrait.', 'Reuters'],
    ],
    ignores: ['Il travaille à l’APHP.'],
  },
  {
    name: 'by-telephone',
    pattern: /(?:par|au) (?<via>téléphone)(?![\p{L}])/iu,
    reads: [['Joint par téléphone, il a démenti.', 'téléphone']],
  },
];

/** The channels that a sentence names, in order; none within another. */
export function findVia(sentence: Sentence): ViaMention[] {
  const { tokens, text, span } = sentence;
  const found: ViaMention[] = [];
  for (const rule of viaRules)
    for (const match of text.matchAll(new RegExp(rule.pattern.source, `${rule.pattern.flags}g`))) {
      const start = span.start + match.index;
      const end = start + match[0].length;
      const first = tokens.findIndex((token) => token.start === start);
      const last = tokens.findIndex((token) => token.end === end);
      const via = match.groups?.via ?? match.groups?.name;
      if (first < 0 || last < first || !via) continue;
      if (!found.some((other) => first <= other.last && other.first <= last))
        found.push({ first, last, via, rule: rule.name });
    }
  return found.sort((a, b) => a.first - b.first);
}
