import { idOf } from '../core/index.ts';
import type { Accounts, Finding, FindingSide } from '../ledger/index.ts';
import { type Origins, originsOf } from './origins.ts';
import { type Question, questionsOf } from './questions.ts';
import { captureFindings } from './rules/captures.ts';
import { controlContradictions } from './rules/control.ts';
import { denials } from './rules/denials.ts';
import { type Draft, orderOf, type Side } from './rules/draft.ts';
import { figureFindings } from './rules/figures.ts';
import { repetitions } from './rules/repetition.ts';
import { accountsOf } from './voices.ts';
import type { World } from './world.ts';

export type Crosscheck = {
  readonly findings: readonly Finding[];
  readonly questions: readonly Question[];
  readonly origins: Origins;
};

/** Sets the accounts of a dossier against each other. A pure function of them: the order of arrival changes nothing. */
export function crosscheck(accounts: Accounts, world: World): Crosscheck {
  const origins = originsOf(accounts);
  const all = accountsOf(accounts, world);
  const drafts = [
    ...controlContradictions(all, origins, world),
    ...captureFindings(all, origins, world),
    ...figureFindings(all, origins, world),
    ...denials(accounts, all, origins, world),
    ...repetitions(all, origins, world),
  ];
  return { findings: joined(drafts), questions: questionsOf(all, world), origins };
}

/** Drafts between the same two positions are one finding, told by the earliest claim of each. */
function joined(drafts: readonly Draft[]): Finding[] {
  const groups = new Map<string, Draft[]>();
  for (const draft of drafts) {
    const key = JSON.stringify([draft.kind, draft.slot ?? null, draft.question, draft.a.position, draft.b.position]);
    groups.set(key, [...(groups.get(key) ?? []), draft]);
  }
  return [...groups]
    .map(([key, own]) => {
      const first = own.toSorted((x, y) =>
        compare(`${sideOrder(x.a)} ${sideOrder(x.b)}`, `${sideOrder(y.a)} ${sideOrder(y.b)}`),
      )[0]!;
      const sides = own.flatMap(({ a, b }) => [a, b]).map((side) => sideOf(side));
      const claims = sides.filter(
        (side, i) =>
          sides.findIndex(
            (other) => other.dispatch === side.dispatch && other.start === side.start && other.layer === side.layer,
          ) === i,
      );
      const { kind, slot, question, rule, sentence } = first;
      const [a, b] = [sideOf(first.a), sideOf(first.b)];
      return { id: idOf('f', key), kind, ...(slot ? { slot } : {}), a, b, claims, question, rule, sentence };
    })
    .sort((x, y) => compare(weight(x), weight(y)) || compare(latest(y), latest(x)) || compare(x.id, y.id));
}

/** What is contested comes first, then what changed, then what is told alike; within each the newest. */
function weight({ kind }: Finding): string {
  return String(
    ['contradicts', 'denies', 'disputes-part', 'supersedes', 'retracts', 'refines', 'agrees', 'repeats'].indexOf(kind),
  );
}

function latest({ a, b }: Finding): string {
  return [a, b]
    .map(({ said }) => said?.replace('../', '') ?? '')
    .sort()
    .at(-1)!;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function sideOrder(side: Side): string {
  return side.layer === 'claim'
    ? orderOf(side.account)
    : `${side.statement.dispatch} ${String(side.span.start).padStart(9, '0')}`;
}

function sideOf(side: Side): FindingSide {
  if (side.layer === 'statement') {
    const { statement, span, label } = side;
    const text = statement.content.map((part) => part.text).join(' […] ');
    return {
      ...span,
      dispatch: statement.dispatch,
      document: statement.document,
      layer: 'statement',
      text,
      source: label,
      said: statement.clocks.said,
      learned: statement.clocks.learned,
    };
  }
  const { claim, voice } = side.account;
  return {
    start: claim.start,
    end: claim.end,
    dispatch: claim.dispatch,
    document: claim.document,
    layer: 'claim',
    text: claim.text,
    source: voice.label,
    said: claim.clocks.said,
    learned: claim.clocks.learned,
  };
}
