import type { Bilingual, Certainty, Claim, ClaimRow, Names, PlaceNames, Source, Span } from '../../contract/index.ts';
import { listWords, quantityWords, saidWords, whenWords } from '../format.ts';
import type { Speech } from '../words/words.ts';

/** What the ids of a document stand for. */
export type Glossary = { readonly parties: Names; readonly places: PlaceNames };

export type Fact = { readonly label: string; readonly value: string };

/** A claim as a card shows it beside its words. */
export type ClaimCard = {
  readonly id: string;
  readonly span: Span;
  readonly words: string;
  readonly type: string;
  readonly certainty: Certainty;
  readonly certaintyWords: string;
  readonly facts: readonly Fact[];
  readonly rules: string;
  readonly doubts: readonly string[];
  /** What else is to be known of it: that a newer version withdrew it, that a person read it. */
  readonly notes: readonly string[];
};

export function claimCard(claim: Claim, glossary: Glossary, speech: Speech): ClaimCard {
  const { words } = speech;
  const { fields } = words;
  const {
    id,
    start,
    end,
    text,
    type,
    certainty,
    actor,
    target,
    place,
    quantity,
    time,
    rules,
    doubts,
    withdrawn,
    made,
  } = claim;
  const facts: Fact[] = [
    { label: fields.actor, value: partiesWords(actor, glossary, speech) },
    { label: fields.target, value: partiesWords(target, glossary, speech) },
    { label: fields.place, value: placesWords(place, glossary, speech) },
    { label: fields.quantity, value: quantity ? quantityWords(quantity, speech) : '' },
    { label: fields.time, value: time === null ? '' : whenWords(time, speech) },
  ];
  return {
    id,
    span: { start, end },
    words: text,
    type: words.types[type],
    certainty,
    certaintyWords: words.certainties[certainty],
    facts: facts.filter(({ value }) => value !== ''),
    rules: rules.join(', '),
    doubts: doubts.map(({ message }) => speech.pick(message)),
    notes: [withdrawn ? words.withdrawn : '', made === 'people' ? words.corrected : ''].filter(Boolean),
  };
}

/** A claim as a row of a table. */
export type ClaimLine = {
  readonly id: string;
  readonly dispatch: string;
  readonly span: Span;
  readonly words: string;
  /** BCP 47, for the browser to speak and break the words rightly. */
  readonly language: string | null;
  readonly source: string;
  readonly cue: string;
  readonly outlet: string;
  readonly said: string;
  readonly type: string;
  readonly certainty: Certainty;
  readonly certaintyWords: string;
  readonly actor: string;
  readonly target: string;
  readonly place: string;
  readonly quantity: string;
  readonly time: string;
  readonly withdrawn: boolean;
};

export function claimLine({ claim, dispatch, cue }: ClaimRow, glossary: Glossary, speech: Speech): ClaimLine {
  const { words } = speech;
  const { id, start, end, text, type, certainty, actor, target, place, quantity, time, clocks, withdrawn } = claim;
  return {
    id,
    dispatch: dispatch.id,
    span: { start, end },
    words: text,
    language: dispatch.language,
    source: sourceWords(claim.source, speech),
    cue: cue ?? '',
    outlet: dispatch.publisher ?? dispatch.name,
    said: saidWords(clocks.said, speech, 'short'),
    type: words.types[type],
    certainty,
    certaintyWords: words.certainties[certainty],
    actor: partiesWords(actor, glossary, speech),
    target: partiesWords(target, glossary, speech),
    place: placesWords(place, glossary, speech),
    quantity: quantity ? quantityWords(quantity, speech) : '',
    time: time === null ? '' : whenWords(time, speech, 'short'),
    withdrawn: withdrawn !== null,
  };
}

/** Who says it, as a list names them. */
export function sourceWords({ kind, label }: Source, { words }: Speech): string {
  if (kind === 'named') return words.namedInDispatch;
  return label ?? words.unnamed;
}

/** The parties' names joined: « A, B et C ». */
export function partiesWords(ids: readonly string[], { parties }: Pick<Glossary, 'parties'>, speech: Speech): string {
  return listWords(
    ids.map((id) => nameOf(parties[id], id, speech)),
    speech,
  );
}

/** Places as the dispatch spells them, and what they were taken for where that is another name or may be two things. */
export function placesWords(
  places: Claim['place'],
  { places: known }: Pick<Glossary, 'places'>,
  speech: Speech,
): string {
  const { words } = speech;
  const shown = places.map(({ name, part, candidates }) => {
    const spelled = part === null ? name : `${name} (${part})`;
    const found = candidates.flatMap(({ id }) => known[id] ?? []);
    if (found.length === 0) return `${spelled} (${words.unknownPlace})`;
    const kinds = [...new Set(found.map(({ kind }) => words.placeKinds[kind]))];
    const official = speech.pick(found[0]!.name);
    const notes = [official === name ? '' : official, kinds.length > 1 ? kinds.join(` ${words.or} `) : ''];
    const note = notes.filter(Boolean).join(', ');
    return note === '' ? spelled : `${spelled} (${note})`;
  });
  return listWords(shown, speech);
}

function nameOf(name: Bilingual | undefined, id: string, speech: Speech): string {
  return name ? speech.pick(name) : id;
}
