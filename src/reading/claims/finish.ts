import { contains, type Span } from '../../core/index.ts';
import { dependents, type Sentence } from '../../language/index.ts';
import type { ClaimType } from '../claim.ts';
import type { Quantity } from '../quantities/quantity.ts';
import type { Statement } from '../statement.ts';
import { certaintyOf } from './certainty.ts';
import { heldAt } from './held.ts';
import { type ActorMention, type PlaceArgument, statePartyOf } from './mentions.ts';
import { mostSpecific, placesNear, placesOfSentence } from './places-of.ts';
import { quantityOf } from './quantity-of.ts';
import type { Draft, Scene } from './scene.ts';

/** Types of what a party does, and so may deny having done. */
const DEEDS = new Set<ClaimType>(['attack', 'movement', 'support', 'presence']);

export type Slots = {
  readonly actor: readonly string[];
  readonly target: readonly string[];
  readonly place: readonly PlaceArgument[];
  readonly quantity: Quantity | null;
};

/** Time, certainty, statement and the places of a claim whose parties are known. */
export function finish(
  scene: Scene,
  {
    type,
    name,
    ownNegation = false,
    denies = false,
  }: { type: ClaimType; name: string; ownNegation?: boolean; denies?: boolean },
  at: number,
  whole: Span,
  slots: Slots,
): Draft {
  const { sentence, input, times } = scene;
  const fights = (party: string): boolean =>
    /^(?:state|armed-group|militia|rebels|force|alliance|authority)$/.test(input.book.byId(party)?.kind ?? '');
  const statement = holderOf(sentence.tokens[at]!, input.statements);
  const part = statement?.content.find((one) => contains(one, sentence.tokens[at]!));
  const span = part ? { start: Math.max(part.start, whole.start), end: Math.min(part.end, whole.end) } : whole;
  const afterPast =
    statement !== null &&
    statement.mode !== 'direct' &&
    statement.cue !== null &&
    / |ait$|aient$|é$/.test(statement.cue.text) &&
    !/^(?:selon|d['’]après|de source|à en croire|aux (?:yeux|dires)|pour)/iu.test(statement.cue.text);
  const told = certaintyOf(sentence, at, afterPast);
  const certainty = ownNegation ? { ...told, polarity: 'affirmed' as const } : told;
  const asked =
    statement !== null &&
    (statement.act === 'demand' || statement.act === 'promise') &&
    certainty.modality === 'actual' &&
    // « jure avoir repris le camp »: done, and no promise
    !dependents(sentence, at, 'aux').some((i) => /VerbForm=Inf/.test(sentence.tokens[i]!.feats));
  const modality = asked && /VERB/.test(sentence.tokens[at]!.upos) ? 'intent' : certainty.modality;
  const denied = statement?.act === 'deny' && certainty.polarity === 'affirmed';
  // « dément toute incursion »: who denies a deed in a noun is who would have done it.
  const own = statement?.act === 'deny' && sentence.tokens[at]!.upos === 'NOUN' && DEEDS.has(type) ? statement.by : [];
  const speakers = statement?.by.map((party) => statePartyOf(party, input.book)) ?? [];
  // « La guerre est gagnée », says one who fights it: the victory is the speaker's, and a defeat denied would be.
  const isOwnVictory = type === 'victory' && slots.actor.length + slots.target.length === 0 && speakers.some(fights);
  const isDefeat = name === 'defeat-of' || name === 'give-up';
  const winners = isOwnVictory && !isDefeat ? speakers : [];
  // « dément la perte de la ville »: it would be the speaker's loss
  const isOwnLoss = name === 'loss-of' && slots.target.length === 0 && speakers.some(fights);
  const losers = ((isOwnVictory && isDefeat) || isOwnLoss) && statement?.act === 'deny' ? speakers : [];
  const actor =
    slots.actor.length > 0 ? slots.actor : [...own.map((party) => statePartyOf(party, input.book)), ...winners];
  const headline = scene.index === 0 && !/[.!?…]\P{L}*$/u.test(sentence.text);
  const held = heldAt({ sentence, at, span, times, statement, published: input.published, modality, type, headline });
  const polarity = denied || denies ? 'negated' : certainty.polarity;
  const near = slots.place.length > 0 ? slots.place : placesNear(scene, at, span);
  const beside = near.length > 0 ? near : placesOfSentence(scene, type, at);
  const named = beside.length > 0 ? beside : placeOfHeadline(scene);
  const isReceiver = (place: PlaceArgument): boolean =>
    type === 'support' &&
    scene.actors.some(
      ({ from, to, parties }) =>
        from < place.to && place.from < to && parties.every((party) => slots.target.includes(party)),
    );
  const where = named.filter((place) => !isReceiver(place));
  const itself = where.filter((place) => !isBearing(place, sentence));
  const places = mostSpecific(itself.length > 0 ? itself : where, input.gazetteer);
  return {
    type,
    start: span.start,
    end: span.end,
    text: input.text.slice(span.start, span.end),
    statement: statement?.id ?? null,
    actor,
    target: (slots.target.length + losers.length === 0 && type === 'victory' && !isDefeat
      ? foeOf(actor, scene)
      : [...slots.target, ...losers]
    ).filter((party) => !actor.includes(party)),
    place: places,
    quantity: slots.quantity && quantityOf(slots.quantity),
    time: held.when,
    polarity,
    modality,
    rules: [name, ...certainty.rules, ...(asked ? ['asked-for'] : []), ...(denied ? ['denied'] : []), held.rule],
    doubts: [],
    at,
    sentence: scene.index,
  };
}

/** « Syrie : nouvelle avancée des rebelles »: the place that a headline puts first. */
function placeOfHeadline({ sentence, places }: Scene): PlaceArgument[] {
  const first = places.find(({ from }) => from === 0);
  return first && sentence.tokens[first.to]?.text === ':' ? [first] : [];
}

/** « l'aérodrome de Hamdane, au nord-ouest de Boukamal »: a bearing from a town, where the place itself is named. */
function isBearing({ from }: PlaceArgument, { tokens }: Sentence): boolean {
  const word = tokens[from - 2]?.lower ?? '';
  const opens = tokens[from - 3]?.lower ?? '';
  // « Luzira, un hameau proche de Kalehe », « Jemelle, près de Rochefort »
  const isNear = /^(?:proche|loin|voisin|voisine)$/.test(word) || (word === 'près' && opens === ',');
  if (isNear && /^(?:de|d'|du|des)$/.test(tokens[from - 1]?.lower ?? '')) return true;
  return (
    /^(?:nord|sud|est|ouest|nord-est|nord-ouest|sud-est|sud-ouest)$/.test(word) &&
    (opens === 'au' || (opens === "l'" && tokens[from - 4]?.lower === 'à'))
  );
}

/** Whom a victory is over where its words do not say: the armed group that its sentence, or else the one before, names last. */
function foeOf(actor: readonly string[], { index, input, sentence }: Scene): readonly string[] {
  const isFoe = ({ parties, sense }: ActorMention): boolean =>
    sense !== 'people' &&
    parties.length === 1 &&
    !actor.includes(parties[0]!) &&
    /^(?:armed-group|rebels)$/.test(input.book.byId(parties[0]!)?.kind ?? '') &&
    !actor.some((own) => input.book.under(own, parties[0]!) || input.book.under(parties[0]!, own));
  for (const at of [index, index - 1]) {
    if (at !== index && input.sentences[at]?.paragraph !== sentence.paragraph) continue;
    const foe = input.mentions[at]?.actors.findLast(isFoe);
    if (foe) return foe.parties;
  }
  return [];
}

/** The innermost statement whose words hold the predicate's. */
function holderOf(word: Span, statements: readonly Statement[]): Statement | null {
  const size = ({ content }: Statement): number => content.reduce((sum, part) => sum + part.end - part.start, 0);
  const holders = statements.filter(({ content }) => content.some((part) => contains(part, word)));
  return holders.sort((a, b) => size(a) - size(b))[0] ?? null;
}
