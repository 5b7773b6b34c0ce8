import { contains, overlaps, type Span } from '../../core/index.ts';
import { dependents } from '../../language/index.ts';
import type { Quantity } from '../quantities/quantity.ts';
import { covers, governingVerb, isCue, relativeBefore } from './clause.ts';
import { speaksOf } from './fill-slots.ts';
import { finish } from './finish.ts';
import type { ActorMention } from './mentions.ts';
import { whereOf } from './places-of.ts';
import { predicateAt, prepositionOf } from './roles.ts';
import { type Draft, partiesOf, type Scene } from './scene.ts';
import { clauseSpan } from './spans.ts';
import { STANDING } from './verbs.fr.ts';

/** Figures that assert something by themselves: dead and wounded, and the strength of a force. */
export function countedClaims(whole: Scene, drafts: readonly Draft[]): Draft[] {
  const found: Draft[] = [];
  for (const quantity of whole.quantities) {
    const scene = { ...whole, actors: whole.actors.filter((mention) => !speaksOf(whole, mention, quantity.head)) };
    const { unit, head } = quantity;
    const owned = drafts.some(
      (draft) =>
        overlaps(draft, quantity.span) &&
        draft.quantity !== null &&
        draft.quantity.value === quantity.value &&
        (draft.type === 'casualties' || draft.type === 'displacement' || draft.type === 'strength'),
    );
    if (owned) continue;
    if (unit === null) {
      const bare = bareStrength(scene, quantity);
      if (bare) found.push(bare);
      continue;
    }
    if (scene.input.words.deadUnits.has(unit)) found.push(countedCasualties(scene, quantity));
    else if (
      /^(?:fighters|soldiers)$/.test(unit) &&
      (besideFigure(scene, quantity) !== null ||
        !drafts.some(
          (draft) => overlaps(draft, quantity.span) && /^(?:casualties|displacement|movement)$/.test(draft.type),
        ))
    ) {
      const strength = countedStrength(scene, quantity, head);
      if (strength) found.push(strength);
    }
  }
  return found;
}

function countedCasualties(scene: Scene, quantity: Quantity): Draft {
  const { sentence } = scene;
  const above = governingVerb(sentence, quantity.head);
  // « fait état de 75 morts »: the verb tells of the saying.
  const verb = above !== null && isCue(sentence.tokens[above]!, scene.input.statements) ? null : above;
  const span = verb === null ? quantity.span : clauseSpan(sentence, verb, []);
  const whose = scene.actors.filter(
    (mention) =>
      mention.from > quantity.head - 2 &&
      mention.from <= quantity.head + 6 &&
      /^(?:de|parmi|dont)$/.test(prepositionOf(sentence, mention.head) ?? '') &&
      mention.sense !== 'pronoun',
  );
  const ranks = inTheirRanks(scene, quantity);
  const subject = verb === null ? null : predicateAt(sentence, verb).subject;
  const lemma = verb === null ? '' : sentence.tokens[verb]!.lemma;
  const by = KILLS.test(lemma) ? doers(scene, subject) : [];
  // « le ministère déplore 119 morts », « l'armée a perdu… »: its own
  const bereft = BEREFT.test(lemma)
    ? scene.actors.filter((mention) => fights(scene, mention) && covers(mention, subject))
    : [];
  const short = span.end - span.start > 200 ? quantity.span : span;
  return finish(
    scene,
    { type: 'casualties', name: 'counted-casualties' },
    verb ?? quantity.head,
    contains(short, quantity.span) ? short : quantity.span,
    {
      actor: partiesOf(by),
      target: ranks.length > 0 ? ranks : partiesOf(whose.length > 0 ? whose.slice(0, 1) : bereft),
      place: [],
      quantity,
    },
  );
}

/** Verbs whose subject is who killed, and verbs whose subject is whose dead they are. */
const KILLS = /^(?:faire|mourir|causer|provoquer|tuer|coûter|entraîner|occasionner|blesser|faucher)$/;
const BEREFT = /^(?:déplorer|compter|enregistrer|subir|pleurer)$/;

/** An army or a group: an agency that deplores dead has none of its own. */
function fights({ input }: Scene, { parties, sense }: ActorMention): boolean {
  return (
    sense !== 'people' &&
    parties.every((id) => /^(?:state|armed-group|militia|rebels|force)$/.test(input.book.byId(id)?.kind ?? ''))
  );
}

/** « Le M23 a fait dix morts », « une embuscade du M23 a fait dix morts »: who did it, the subject or whose attack it is. */
function doers({ sentence, actors, input }: Scene, subject: number | null): ActorMention[] {
  if (subject === null) return [];
  const isAttack = input.words.fighting.has(sentence.tokens[subject]!.lemma);
  const owns = ({ head, sense }: ActorMention): boolean =>
    isAttack &&
    sense !== 'people' &&
    sentence.tokens[head]!.head === subject &&
    /^(?:nmod|amod)/.test(sentence.tokens[head]!.deprel) &&
    /^(?:de|par)$/.test(prepositionOf(sentence, head) ?? 'de');
  return actors.filter((mention) => mention.head === subject || owns(mention));
}

/** « douze morts dans les rangs maliens », « dans les rangs du M23 »: whose dead they are. */
function inTheirRanks({ sentence, actors, input }: Scene, { head }: Quantity): string[] {
  const { tokens } = sentence;
  const ranks = tokens.findIndex(({ lemma }, i) => i > head && i <= head + 5 && /^(?:rang|camp|côté)$/.test(lemma));
  if (ranks < 0) return [];
  const adjective = tokens[ranks + 1];
  const state = adjective?.upos === 'ADJ' ? input.book.stateOfAdjective(adjective.lower) : null;
  if (state !== null) return [state];
  const owner = actors.find(({ from }) => from > ranks && from <= ranks + 3);
  return owner ? [...owner.parties] : [];
}

/** « Moins de mille combattants de l'EI se trouvent… », « la ville est défendue par 600 hommes »: how many a party has. */
function countedStrength(scene: Scene, quantity: Quantity, head: number): Draft | null {
  const { sentence } = scene;
  const beside = besideFigure(scene, quantity);
  if (beside) return strength(scene, quantity, head, beside.span, beside.holder);
  const own =
    scene.actors.find((mention) => covers(mention, head)) ??
    scene.actors.find(
      (mention) => mention.from > head && mention.from <= head + 4 && prepositionOf(sentence, mention.head) === 'de',
    );
  const ranks = inTheRanks(scene, quantity);
  if (ranks) return strength(scene, quantity, ranks.at, ranks.span, ranks.holder);
  const under = underOrders(scene, quantity);
  if (under)
    return strength(scene, quantity, head, clauseSpan(sentence, governingVerb(sentence, head) ?? head, []), under);
  const verb = havingBefore(scene, quantity) ?? governingVerb(sentence, head);
  const isTold = verb !== null && isCue(sentence.tokens[verb]!, scene.input.statements);
  const found = verb === null ? null : predicateAt(sentence, verb);
  const subject = found && (found.passive ? found.object : found.subject);
  const holder =
    own ??
    (isTold
      ? (estimated(scene, verb, head) ?? holderAt(scene, found?.passive ? subject : null))
      : holderAt(scene, subject));
  const span = verb === null || isTold ? quantity.span : clauseSpan(sentence, verb, relativeBefore(sentence, verb));
  const isAbout =
    verb !== null && scene.input.statements.some(({ cue }) => cue && contains(cue, sentence.tokens[verb]!));
  const state = verb === null || isTold || (own !== undefined && isAbout) || STANDING.has(sentence.tokens[verb]!.lemma);
  if (!holder || !state) return null;
  return strength(scene, quantity, isTold ? head : (verb ?? head), span, holder);
}

/** Words between a verb of having and its figure: « n'alignent plus qu'entre 1.700 et 1.900 combattants ». */
const HAVING_WITHIN = 9;

/** The verb of having right before a figure, wherever the parse hangs the figure. */
function havingBefore({ sentence: { tokens } }: Scene, quantity: Quantity): number | null {
  const first = tokens.findIndex((token) => overlaps(token, quantity.span));
  for (let i = first - 1; i >= 0 && i > first - HAVING_WITHIN; i--) {
    const { upos, lemma, text } = tokens[i]!;
    if (/^[,;:«»()]$/.test(text) || /^(?:NOUN|PROPN)$/.test(upos)) return null;
    if (upos === 'VERB')
      return /^(?:compter|aligner|rassembler|disposer|réunir|regrouper|commander|mobiliser)$/.test(lemma) ? i : null;
  }
  return null;
}

/** « 1.800 combattants resteraient sous les ordres de l'ELN »: whose they are. */
function underOrders({ sentence: { tokens }, actors }: Scene, { head }: Quantity): ActorMention | undefined {
  const order = tokens.findIndex(
    ({ lemma }, i) => i > head && i < head + 9 && /^(?:ordre|bannière|drapeau|commandement)$/.test(lemma),
  );
  if (order < 0 || !tokens.slice(Math.max(0, order - 2), order).some(({ lower }) => lower === 'sous')) return undefined;
  return actors.find(({ from }) => from > order && from <= order + 3);
}

function strength(scene: Scene, quantity: Quantity, at: number, span: Span, holder: ActorMention): Draft {
  const fits = contains(span, quantity.span) && span.end - span.start < 240;
  const inside = scene.places.filter((place) => place.certain && fits && contains(span, place.span));
  const places = inside.length > 0 ? inside : whereOf(scene, at);
  // « une armée de 30.000 hommes »: a state's men are soldiers, a group's are fighters.
  const isMen = /^hommes?$/.test(scene.sentence.tokens[quantity.head]!.lower);
  const isState = holder.parties.every((party) => scene.input.book.byId(party)?.kind === 'state');
  const counted = isMen && isState ? { ...quantity, unit: 'soldiers' } : quantity;
  return finish(scene, { type: 'strength', name: 'counted-strength' }, at, fits ? span : quantity.span, {
    actor: [...holder.parties],
    target: [],
    place: places,
    quantity: counted,
  });
}

/** « la milice, forte de 700 hommes », « les forces du Nord, environ 900 hommes, »: what the figure stands beside. */
function besideFigure({ sentence, actors }: Scene, quantity: Quantity): { holder: ActorMention; span: Span } | null {
  const { tokens } = sentence;
  const first = tokens.findIndex((token) => overlaps(token, quantity.span));
  const strong = tokens.findIndex((token, i) => token.lemma === 'fort' && i < first && i >= first - 4);
  if (strong >= 0 && /^d[e']$/.test(tokens[strong + 1]?.lower ?? '')) {
    const noun = tokens[strong]!.head;
    const holder = actors.find((mention) => covers(mention, noun)) ?? actors.findLast(({ to }) => to <= strong);
    return holder ? { holder, span: { start: tokens[strong]!.start, end: quantity.span.end } } : null;
  }
  let comma = first - 1;
  while (comma > 0 && /^(?:ADP|ADV|ADJ|DET)$/.test(tokens[comma]!.upos)) comma--;
  if (tokens[comma]?.text !== ',') return null;
  const last = tokens.findLastIndex((token) => overlaps(token, quantity.span));
  if (!/^[,.;)]$/.test(tokens[last + 1]?.text ?? '.')) return null;
  // « les forces argentines des Malouines, environ 9.800 hommes, »
  const holder = actors.findLast(
    ({ to, sense }) =>
      to <= comma &&
      to >= comma - 3 &&
      sense !== 'people' &&
      tokens.slice(to, comma).every(({ upos }) => /^(?:ADP|DET|PROPN|ADJ)$/.test(upos)),
  );
  return holder ? { holder, span: { start: holder.span.start, end: quantity.span.end } } : null;
}

function holderAt({ actors }: Scene, subject: number | null | undefined): ActorMention | undefined {
  return actors.find((mention) => covers(mention, subject));
}

/** Nouns that stand for how many a force has. */
const RANKS = /^(?:effectif|rang|nombre)$/;

/** « les effectifs du M23 atteignent 4.000 hommes », « a vu ses rangs passer de 900 à 2.000 hommes ». */
function inTheRanks(
  scene: Scene,
  quantity: Quantity,
): { readonly at: number; readonly span: Span; readonly holder: ActorMention } | null {
  const { sentence, actors } = scene;
  const { tokens } = sentence;
  const first = tokens.findIndex((token) => overlaps(token, quantity.span));
  const noun = tokens.findLastIndex(
    ({ lemma, upos }, i) => i < first && i > first - 14 && upos === 'NOUN' && RANKS.test(lemma),
  );
  if (noun < 0 || tokens.slice(noun, first).some(({ text }) => /^[;:»"]$/.test(text))) return null;
  const holder =
    actors.find(({ from, to }) => from > noun && to <= first && from <= noun + 5) ??
    actors.find(({ rule, to }) => rule === 'possessive' && to === noun);
  if (!holder) return null;
  const verb = governingVerb(sentence, quantity.head) ?? noun;
  return { at: verb, span: clauseSpan(sentence, verb, relativeBefore(sentence, verb)), holder };
}

/** Fewer than that are told of one by one: « ils sont trois ». */
const FEWEST_BARE = 20;

/** « Ils ne sont plus que 300 », « le mouvement n'en compte plus que 700 »: fighters, where a group is what is counted. */
function bareStrength(scene: Scene, quantity: Quantity): Draft | null {
  const { sentence, input } = scene;
  const { tokens } = sentence;
  const isNumber = tokens[quantity.head]!.upos === 'NUM' || /^\d/.test(tokens[quantity.head]!.text);
  if (!isNumber || quantity.value < FEWEST_BARE) return null;
  const counted = { ...quantity, unit: 'fighters' };
  const ranks = inTheRanks(scene, quantity);
  if (ranks) return strength(scene, counted, ranks.at, ranks.span, ranks.holder);
  const verb = governingVerb(sentence, quantity.head) ?? quantity.head;
  const subject = predicateAt(sentence, verb).subject ?? dependents(sentence, quantity.head, 'nsubj')[0] ?? null;
  const copula = dependents(sentence, quantity.head, 'cop')[0];
  const holder =
    holderAt(scene, subject) ??
    scene.actors.findLast(({ to }) => copula !== undefined && to <= copula && to >= copula - 2);
  const isGroup = holder?.parties.every((party) =>
    /^(?:armed-group|militia|rebels|force|description)$/.test(input.book.byId(party)?.kind ?? ''),
  );
  const lemma = tokens[verb]!.lemma;
  const isCounted =
    verb === quantity.head ||
    copula !== undefined ||
    /^(?:être|rester|demeurer)$/.test(lemma) ||
    (/^(?:compter|aligner|avoir|rassembler)$/.test(lemma) && tokens[verb - 1]?.lower === 'en');
  if (!holder || !isGroup || !isCounted) return null;
  const span = clauseSpan(sentence, verb, relativeBefore(sentence, verb));
  return strength(scene, counted, verb, span, holder);
}

/** « évalue à 900 hommes les forces du Nord », « prête à ses adversaires 2.000 combattants »: whose the figure is. */
function estimated({ sentence, actors }: Scene, verb: number, head: number): ActorMention | undefined {
  return (
    actors.find(({ from }) => from > head && from <= head + 3) ??
    actors.find((mention) => mention.from > verb && mention.to <= head && prepositionOf(sentence, mention.head) === 'à')
  );
}
