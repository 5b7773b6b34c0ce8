import type { Bilingual, Bound } from '../core/index.ts';
import type { EntryKind, FindingKind } from '../ledger/index.ts';
import type { Act, ClaimType, Modality, Mode, PlaceKind } from '../reading/index.ts';

/** The words of the annotation, as a person reads them. JSON output keeps the identifiers. */
export const terms = {
  entries: {
    'dossier-created': { fr: 'dossier créé', en: 'dossier made' },
    'dossier-titled': { fr: 'titre donné', en: 'title given' },
    'dossier-archived': { fr: 'dossier archivé ou sorti des archives', en: 'dossier archived or taken out' },
    'dispatch-added': { fr: 'dépêche ajoutée', en: 'dispatch added' },
    'dispatch-dated': { fr: 'dépêche datée', en: 'dispatch dated' },
    'reading-made': { fr: 'dépêche lue', en: 'dispatch read' },
    correction: { fr: 'valeur corrigée', en: 'value corrected' },
    rejection: { fr: 'lecture rejetée', en: 'reading rejected' },
    addition: { fr: 'affirmation ajoutée', en: 'claim added' },
    undone: { fr: 'acte annulé', en: 'deed undone' },
    'party-merged': { fr: 'partie réunie à une autre', en: 'party merged into another' },
    'party-split': { fr: 'partie comptée à part', en: 'party counted as itself' },
    'place-merged': { fr: 'lieu réuni à un autre', en: 'place merged into another' },
    'place-split': { fr: 'lieu compté à part', en: 'place counted as itself' },
    'origin-judged': { fr: 'origine de deux dépêches jugée', en: 'origin of two dispatches judged' },
    verdict: { fr: 'avis donné', en: 'verdict given' },
    'dispatch-removed': { fr: 'dépêche retirée', en: 'dispatch removed' },
  } satisfies Record<EntryKind, Bilingual>,
  types: {
    control: { fr: 'contrôle', en: 'control' },
    capture: { fr: 'prise', en: 'capture' },
    attack: { fr: 'attaque', en: 'attack' },
    movement: { fr: 'mouvement', en: 'movement' },
    presence: { fr: 'présence', en: 'presence' },
    strength: { fr: 'effectif', en: 'strength' },
    casualties: { fr: 'victimes', en: 'casualties' },
    displacement: { fr: 'déplacement', en: 'displacement' },
    victory: { fr: 'victoire', en: 'victory' },
    support: { fr: 'soutien', en: 'support' },
  } satisfies Record<ClaimType, Bilingual>,
  acts: {
    say: { fr: 'dit', en: 'says' },
    announce: { fr: 'annonce', en: 'announces' },
    estimate: { fr: 'estime', en: 'estimates' },
    accuse: { fr: 'accuse', en: 'accuses' },
    deny: { fr: 'dément', en: 'denies' },
    confirm: { fr: 'confirme', en: 'confirms' },
    warn: { fr: 'avertit', en: 'warns' },
    promise: { fr: 'promet', en: 'promises' },
    deplore: { fr: 'déplore', en: 'deplores' },
    demand: { fr: 'demande', en: 'demands' },
  } satisfies Record<Act, Bilingual>,
  modes: {
    direct: { fr: 'direct', en: 'direct' },
    indirect: { fr: 'indirect', en: 'indirect' },
    mixed: { fr: 'mixte', en: 'mixed' },
  } satisfies Record<Mode, Bilingual>,
  modalities: {
    actual: { fr: 'affirmé', en: 'asserted' },
    hedged: { fr: 'ouï-dire', en: 'hearsay' },
    forecast: { fr: 'prévision', en: 'forecast' },
    intent: { fr: 'intention', en: 'intent' },
  } satisfies Record<Modality, Bilingual>,
  findings: {
    agrees: { fr: 'concorde', en: 'agrees' },
    contradicts: { fr: 'contredit', en: 'contradicts' },
    'disputes-part': { fr: 'diverge en partie', en: 'disputes a part' },
    supersedes: { fr: 'remplace', en: 'supersedes' },
    denies: { fr: 'dément', en: 'denies' },
    refines: { fr: 'précise', en: 'refines' },
    repeats: { fr: 'répète', en: 'repeats' },
    retracts: { fr: 'retire', en: 'retracts' },
  } satisfies Record<FindingKind, Bilingual>,
  /** Of the units that claims count in; another stands as it is. */
  units: {
    fighters: { fr: 'combattants', en: 'fighters' },
    soldiers: { fr: 'soldats', en: 'soldiers' },
    civilians: { fr: 'civils', en: 'civilians' },
    people: { fr: 'personnes', en: 'people' },
    deaths: { fr: 'morts', en: 'dead' },
    wounded: { fr: 'blessés', en: 'wounded' },
    missing: { fr: 'disparus', en: 'missing' },
    prisoners: { fr: 'prisonniers', en: 'prisoners' },
    hostages: { fr: 'otages', en: 'hostages' },
    strikes: { fr: 'frappes', en: 'strikes' },
    sorties: { fr: 'sorties', en: 'sorties' },
    families: { fr: 'familles', en: 'families' },
    percent: { fr: '%', en: '%' },
  } as Readonly<Record<string, Bilingual>>,
} as const;

/** Kinds of places that people have a word for; of the others, the name alone tells enough. */
export const placeKinds: Readonly<Partial<Record<PlaceKind, Bilingual>>> = {
  country: { fr: 'pays', en: 'country' },
  province: { fr: 'province', en: 'province' },
  town: { fr: 'ville', en: 'town' },
  village: { fr: 'village', en: 'village' },
};

const BOUNDS: Readonly<Record<Bound, Bilingual>> = {
  '=': { fr: '', en: '' },
  '~': { fr: 'environ ', en: 'about ' },
  '<': { fr: 'moins de ', en: 'fewer than ' },
  '>': { fr: 'plus de ', en: 'more than ' },
  '<=': { fr: 'au plus ', en: 'at most ' },
  '>=': { fr: 'au moins ', en: 'at least ' },
};

/** « moins de 3 000 combattants »: a figure as its words bound it, in the figures of the language. */
export function figureIn(
  lang: 'fr' | 'en',
  { value, max, bound, unit }: { value: number; max?: number | null; bound: Bound; unit: string },
): string {
  const digits = new Intl.NumberFormat(lang);
  const range = max == null ? digits.format(value) : `${digits.format(value)}–${digits.format(max)}`;
  return `${BOUNDS[bound][lang]}${range} ${terms.units[unit]?.[lang] ?? unit}`;
}
