import type { Span } from '../../core/index.ts';
import type { Sentence, Token } from '../../language/index.ts';
import type { PlaceCandidate } from '../claim.ts';
import type { Gazetteer } from './gazetteer.ts';
import type { Place, PlaceKind } from './place.ts';

/** Where a sentence names a place, or takes up one that was named (« la ville »). */
export type PlaceMention = {
  readonly span: Span;
  /** Index of its first token and of its last; a part (« l'est de ») and a kind (« la province de ») stand before them. */
  readonly first: number;
  readonly last: number;
  /** In the document's spelling. */
  readonly name: string;
  /** « est », « nord-ouest », « sud »: the part of the place that the words name. */
  readonly part: string | null;
  /** Most likely first; empty for a name that nobody knows. */
  readonly candidates: readonly PlaceCandidate[];
  /** What the likeliest of them is; null where nobody knows. */
  readonly kind: PlaceKind | null;
  /** How sure the words make it that a place is meant. */
  readonly certain: boolean;
  readonly rule: 'name' | 'near-name' | 'unknown-name' | 'taken-up';
};

/** What the dispatch has told of places so far. */
export type PlaceContext = {
  readonly gazetteer: Gazetteer;
  /** Ids of countries and provinces named anywhere in the dispatch: a town of theirs is meant before another's. */
  readonly around: readonly string[];
  /** Names that no gazetteer has and that some sentence of the dispatch shows to be a place's. */
  readonly unlisted: ReadonlySet<string>;
  /** True where the words under these tokens are something else: a party, a person. */
  readonly taken: (first: number, last: number) => boolean;
  /** True for a word that no dictionary of French has: only such a one can be a misspelt name. */
  readonly unknownWord: (token: Token) => boolean;
};

const LONGEST = 6;
const PREPOSITION =
  /^(?:à|a|en|dans|de|d'|du|des|vers|depuis|près|sur|au|aux|entre|contre|jusqu'|par|hors|autour|via|sous)$/;
const KIND =
  /^(?:ville|villes|cité|village|villages|localité|localités|bourg|bourgade|hameau|province|provinces|région|régions|gouvernorat|district|canton|département|commune|quartier|quartiers|camp|base|aéroport|port|île|îles|vallée|désert|plaine|fleuve|rivière|lac|mer|mont|montagne|poste-frontière|zone|enclave|poche|front|environs|banlieue|périphérie|capitale|place|complexe|barrage|champ|oasis|péninsule|bande|territoire|frontière|arrondissement|faubourg|secteur|ambassade|ports|bases|aéroports|aérodrome|aérodromes|camps|ponts|pont|colline|collines|plateau|massif|gisement|raffinerie|prison|garnison|forêt|champs|districts|cantons|îlot|barrages|col|carrefour|monastère|oued|poste|check-point|village-frontière|chef-lieu|sous-préfecture|préfecture|cercle|comté)$/;
const DIRECTION = /^(?:nord|sud|est|ouest|centre|nord-est|nord-ouest|sud-est|sud-ouest)$/;
const NAME_PARTICLE =
  /^(?:al|el|ez|er|es|ed|al-\p{L}+|el-\p{L}+|ez-\p{L}+|de|du|da|do|dos|das|del|di|la|las|los|le|les|l'|d'|sur|-)$/iu;
/** Parts of a town that stand for it where they are its own: « ses quartiers ». */
const ITS_PARTS = /^(?:quartiers|faubourgs|rues|environs|abords|alentours|portes)$/;
/** Words that take up a place named before when nothing follows that names one. */
const TAKES_UP =
  /^(?:ville|cité|village|localité|bourg|bourgade|région|province|zone|réduit|enclave|capitale|métropole|île|quartier|pays)$/;

/** The places of a sentence, in order; none within another. */
export function readPlaces(sentence: Sentence, context: PlaceContext): PlaceMention[] {
  const { tokens } = sentence;
  const found: PlaceMention[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const mention = canOpenName(tokens, at) ? nameAt(sentence, at, context) : null;
    if (!mention) continue;
    found.push(mention);
    at = mention.last;
  }
  return found;
}

/** « la ville », « la zone » with nothing beside it that names one: the index of the noun, for whoever knows what it is. */
export function placeNouns(
  sentence: Sentence,
  mentions: readonly PlaceMention[],
): { readonly at: number; readonly noun: string }[] {
  const { tokens } = sentence;
  return tokens.flatMap((token, at) => {
    if (ITS_PARTS.test(token.lower) && /^(?:ses|leurs)$/.test(tokens[at - 1]?.lower ?? ''))
      return [{ at, noun: 'ville' }];
    if (!TAKES_UP.test(token.lower) || token.upos !== 'NOUN') return [];
    const determiner = tokens[at - 1];
    if (!determiner || !/^(?:la|le|l'|cette|ce|cet|dans|sa|son|leur|notre|du|au)$/.test(determiner.lower)) return [];
    const next = tokens[at + 1];
    const demonstrative = /^(?:cette|ce|cet)$/.test(determiner.lower);
    const named =
      !demonstrative &&
      (mentions.some(({ first }) => first > at && first <= at + 4) ||
        /^(?:de|d'|du|des|où|qui|située?|-)$/.test(next?.lower ?? ''));
    return named ? [] : [{ at, noun: token.lower }];
  });
}

function canOpenName(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]!;
  return (
    /^(?:al|el|ez|er|an|as)-\p{Lu}/u.test(token.text) ||
    (/^\p{Lu}/u.test(token.text) && !/DET|PRON|ADP|CCONJ|SCONJ|PUNCT/.test(token.upos)) ||
    (/^(?:îles?|mer|lac|mont|golfe|désert|vallée|bande|place|péninsule)$/.test(token.lower) &&
      /^(?:de|d'|du|des|la|l')$|^\p{Lu}/u.test(tokens[at + 1]?.text ?? ''))
  );
}

function nameAt(sentence: Sentence, at: number, context: PlaceContext): PlaceMention | null {
  const { tokens } = sentence;
  const kind = kindBefore(tokens, at);
  for (let last = Math.min(at + LONGEST, tokens.length) - 1; last >= at; last--) {
    if (!isNameRun(tokens, at, last) || context.taken(at, last)) continue;
    const name = sentence.text.slice(tokens[at]!.start - sentence.span.start, tokens[last]!.end - sentence.span.start);
    if (!/\p{Lu}/u.test(name)) continue;
    const places = context.gazetteer.lookup(name);
    if (places.length === 0) continue;
    const certain = kind !== null || introduced(tokens, at) || isTaken(tokens, at) || isLocated(tokens, at, last);
    if (DIRECTION.test(name.toLowerCase()) || isPersonName(tokens, at, last, certain)) continue;
    // « Tours », « Lens »: an ordinary word at the beginning of a sentence names no town by itself.
    const isName = tokens[at]!.upos === 'PROPN' || context.unknownWord(tokens[at]!);
    if (!certain && (context.gazetteer.isCommonWord(name) || !isName)) continue;
    const land = (kind === null || TOWN.test(kind)) && hasArticle(tokens, at) ? LAND : kind;
    return mention(sentence, at, last, name, candidatesOf(places, land, context), certain, 'name', context.gazetteer);
  }
  return certainName(sentence, at, kind, context);
}

/** What an article makes of a name. */
const LAND = 'land';

/** « le Tigré », « au Darfour », « l'Ituri »: lands have an article, towns have none but in their names (« Le Caire »). */
function hasArticle(tokens: readonly Token[], at: number): boolean {
  return /^(?:le|la|l'|du|au)$/.test(tokens[at - 1]?.lower ?? '');
}

/** « Yvan Colonna », « Claude Alep »: a capitalised word right beside it makes a person's name of it. */
function isPersonName(tokens: readonly Token[], first: number, last: number, certain: boolean): boolean {
  const isCapital = (token: Token | undefined): boolean =>
    token !== undefined && /^\p{Lu}\p{Ll}/u.test(token.text) && /PROPN|NOUN|ADJ|X/.test(token.upos);
  const before = isCapital(tokens[first - 1]) && tokens[first - 1]!.upos === 'PROPN';
  return before || (!certain && isCapital(tokens[last + 1]) && tokens[last + 1]!.upos === 'PROPN');
}

/** A name that the gazetteer lacks: meant for a place where its words say so (« la localité de … », « à … »). */
function certainName(sentence: Sentence, at: number, kind: string | null, context: PlaceContext): PlaceMention | null {
  const { tokens } = sentence;
  const isName = /PROPN|X/.test(tokens[at]!.upos);
  if (!isName && !context.unknownWord(tokens[at]!)) return null;
  let last = at;
  while (
    last + 1 < tokens.length &&
    /PROPN|X/.test(tokens[last + 1]!.upos) &&
    /^\p{Lu}|^(?:al|el|ez)-/u.test(tokens[last + 1]!.text)
  )
    last++;
  if (context.taken(at, last)) return null;
  const locative = /^(?:à|en|vers)$/.test(tokens[at - 1]?.lower ?? '');
  const name = sentence.text.slice(tokens[at]!.start - sentence.span.start, tokens[last]!.end - sentence.span.start);
  const isTown =
    locative ||
    (isName &&
      (isTaken(tokens, at) || isLocated(tokens, at, last) || isOfTown(tokens, at) || fallsItself(tokens, at, last)));
  if (kind === null && !isTown && !(isName && context.unlisted.has(name))) return null;
  const near = context.unknownWord(tokens[at]!)
    ? context.gazetteer.near(name, context.around).filter(({ distance }) => distance <= 1)
    : [];
  const candidates = candidatesOf(
    near.map(({ place }) => place),
    kind,
    context,
  );
  return mention(
    sentence,
    at,
    last,
    name,
    candidates.slice(0, 4),
    true,
    candidates.length > 0 ? 'near-name' : 'unknown-name',
    context.gazetteer,
  );
}

/** « ont pris mardi Alma », « assiègent Alma »: what is done to towns and to nobody else. */
function isTaken(tokens: readonly Token[], at: number): boolean {
  const before = DAY.test(tokens[at - 1]?.lower ?? '') ? tokens[at - 2] : tokens[at - 1];
  return before !== undefined && before.upos === 'VERB' && TAKES.test(before.lemma);
}

const TOWN = /^(?:ville|cité|village|localité|bourg|bourgade|capitale|métropole|chef-lieu|hameau|bastion)$/;

/** « Alma, dernière grande ville aux mains du groupe »: what it is stands behind it. */
function isCalledTown(tokens: readonly Token[], last: number): boolean {
  if (tokens[last + 1]?.text !== ',') return false;
  const noun = tokens.slice(last + 2, last + 7).find(({ upos }) => !/^(?:DET|ADJ|NUM|ADV)$/.test(upos));
  return noun?.upos === 'NOUN' && TOWN.test(noun.lemma);
}

/** « Damasak, dans le nord-est du Nigeria », « Sirvan (ouest) », « Alma, à dix kilomètres de Kidal »: where it lies is told. */
function isLocated(tokens: readonly Token[], first: number, last: number): boolean {
  if (isCalledTown(tokens, last)) return true;
  const opener = tokens[first - 1]?.lower ?? '';
  if (first > 0 && !PREPOSITION.test(opener) && !isTaken(tokens, first)) return false;
  const words = tokens.slice(last + 1, last + 9).map(({ lower }) => lower);
  if (words[0] === '(') return DIRECTION.test(words[1] ?? '') && words[2] === ')';
  if (words[0] !== ',') return false;
  const bearing = words.slice(1).findIndex((word) => DIRECTION.test(word));
  const isBearing =
    bearing >= 0 && words.slice(1, bearing + 1).every((word) => /^(?:dans|au|à|l'|le|la|extrême|grand)$/.test(word));
  const isFar = words[1] === 'à' && words.slice(2, 7).some((word) => /^(?:kilomètres?|km)$/.test(word));
  const isNear = words[1] === 'près' && words[2] === 'de';
  return isBearing || isFar || isNear;
}

const OF_TOWNS =
  /^(?:prise|reprise|chute|bataille|siège|libération|conquête|reconquête|perte|évacuation|bombardement|pilonnage|habitant|faubourg|environs|abord|porte|nord|sud|est|ouest|route|direction|sortie|entrée)$/;

/** « la prise de Konna », « les habitants de Solhan », « chassés de Damasak »: what only towns have, or are left by. */
function isOfTown(tokens: readonly Token[], at: number): boolean {
  if (!/^(?:de|d')$/.test(tokens[at - 1]?.lower ?? '')) return false;
  const before = tokens[at - 2];
  if (!before) return false;
  if (/^(?:autour|près|abords|environs|portes|proximité|hors|loin)$/.test(before.lower)) return true;
  if (before.upos === 'NOUN') return OF_TOWNS.test(before.lemma);
  return (
    before.upos === 'VERB' &&
    /^(?:chasser|déloger|se retirer|retirer|partir|replier|expulser|évacuer)$/.test(before.lemma)
  );
}

/** « Bambari est tombée », « Bambari a été libérée », « Bambari est occupée »: what happens to towns. */
function fallsItself(tokens: readonly Token[], first: number, last: number): boolean {
  if (first > 0 && !/^[,:;]$|^(?:et|que|qu'|mais)$/.test(tokens[first - 1]!.lower)) return false;
  const after = tokens.slice(last + 1, last + 5).filter(({ upos }) => upos !== 'ADV');
  if (after[0]?.lemma !== 'être' && after[1]?.lower !== 'été') return false;
  const verb = after.find(({ upos, lemma }) => upos === 'VERB' && lemma !== 'être' && lemma !== 'avoir');
  return (
    verb !== undefined &&
    /^(?:tomber|passer|occuper|libérer|reprendre|prendre|bombarder|assiéger|encercler|évacuer)$/.test(verb.lemma)
  );
}

const DAY = /^(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier)$/;
const TAKES = /^(?:prendre|reprendre|conquérir|reconquérir|évacuer|assiéger|bombarder|pilonner|encercler|investir)$/;

function mention(
  sentence: Sentence,
  first: number,
  last: number,
  name: string,
  candidates: readonly PlaceCandidate[],
  certain: boolean,
  rule: PlaceMention['rule'],
  gazetteer: Gazetteer,
): PlaceMention {
  const { tokens } = sentence;
  return {
    span: { start: tokens[first]!.start, end: tokens[last]!.end },
    first,
    last,
    name,
    part: partBefore(tokens, first) ?? partAfter(tokens, last),
    candidates,
    kind: candidates[0] ? (gazetteer.place(candidates[0].id)?.kind ?? null) : null,
    certain,
    rule,
  };
}

/** Capitalised words with particles between them; the run ends in one. */
function isNameRun(tokens: readonly Token[], first: number, last: number): boolean {
  for (let i = first; i <= last; i++) {
    const { text, upos } = tokens[i]!;
    const capital = /^\p{Lu}/u.test(text) || /^(?:al|el|ez|er|an|as)-/u.test(text);
    const inner = i > first && i < last && NAME_PARTICLE.test(text);
    const common = /NOUN|ADJ/.test(upos) && (i === first || i === last); // « mer Noire », « Cisjordanie occupée » is not tried
    if (!capital && !inner && !common && !/^\d+$/.test(text)) return false;
  }
  return true;
}

/** « la province de », « la ville de », « la région d' » before a name: the kind that it tells. */
function kindBefore(tokens: readonly Token[], at: number): string | null {
  let i = at - 1;
  while (i >= 0 && /^(?:la|le|les|l')$/.test(tokens[i]!.lower)) i--;
  if (/^(?:de|d'|du|des)$/.test(tokens[i]?.lower ?? '')) i--;
  while (i > 0 && tokens[i]!.upos === 'ADJ') i--;
  return i >= 0 && i < at - 0 && KIND.test(tokens[i]!.lower) && tokens[i]!.upos === 'NOUN' ? tokens[i]!.lower : null;
}

function introduced(tokens: readonly Token[], at: number): boolean {
  let i = at - 1;
  while (i >= 0 && /^(?:la|le|les|l')$/.test(tokens[i]!.lower)) i--;
  return i >= 0 && PREPOSITION.test(tokens[i]!.lower);
}

/** « l'est de la Syrie », « le nord d'Alep », « la partie orientale de… »: the direction before a name. */
function partBefore(tokens: readonly Token[], first: number): string | null {
  let i = first - 1;
  while (i >= 0 && (/^(?:la|le|les|l'|de|d'|du|des)$/.test(tokens[i]!.lower) || KIND.test(tokens[i]!.lower))) i--;
  const word = tokens[i]?.lower ?? '';
  if (!DIRECTION.test(word) || i > first - 2) return null;
  return word;
}

/** « le sud syrien » is the reader's; « Deir Ezzor (est) » says where the place lies, not a part of it. */
function partAfter(_tokens: readonly Token[], _last: number): string | null {
  return null;
}

/** The places of that name, the likeliest first: of the kind that the words tell, in a country that the dispatch names. */
function candidatesOf(places: readonly Place[], kind: string | null, context: PlaceContext): PlaceCandidate[] {
  const inCountry = (place: Place): boolean =>
    context.around.some((id) => id !== place.id && context.gazetteer.within(place.id, id));
  const wanted =
    kind === null
      ? null
      : /^(?:province|provinces|gouvernorat|région|département|district)$/.test(kind)
        ? 'province'
        : /^(?:ville|cité|village|localité|bourg|bourgade|commune|capitale)$/.test(kind)
          ? 'town'
          : kind === LAND
            ? 'land'
            : null;
  const isProvince = (place: Place): boolean => place.kind === 'province' || place.kind === 'region';
  const isTown = (place: Place): boolean => /^(?:town|village|quarter)$/.test(place.kind);
  const fits = (place: Place): boolean =>
    wanted === 'province' ? isProvince(place) : wanted === 'town' ? isTown(place) : wanted !== 'land' || !isTown(place);
  const near = places.filter(inCountry);
  const pool =
    near.length > 0 && !places.some(({ kind: own }) => own === 'country' || own === 'continent') ? near : places;
  const ranked = [...pool].sort((a, b) => Number(fits(b)) - Number(fits(a)));
  const best = ranked[0];
  if (!best) return [];
  // A town and the province named after it stay both; a namesake at the other end of the world does not.
  return ranked
    .filter(
      (place) =>
        place === best || context.gazetteer.within(place.id, best.id) || context.gazetteer.within(best.id, place.id),
    )
    .slice(0, 3)
    .map((place, i) => ({
      id: place.id,
      why: i === 0 ? whyOf(place, pool, near, wanted !== null && fits(place)) : 'same-name',
    }));
}

function whyOf(place: Place, pool: readonly Place[], near: readonly Place[], named: boolean): string {
  if (pool.length === 1) return 'only-place-of-that-name';
  if (named) return `named-${place.kind === 'province' ? 'province' : 'town'}`;
  return near.includes(place) ? 'same-country' : 'most-people';
}
