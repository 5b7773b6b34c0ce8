import { foldName } from '../../../core/index.ts';
import type { World } from '../../../crosscheck/index.ts';
import type { ClaimRow, Shown, Source, SourceChoice } from '../../contract/index.ts';

/** Whom a reader can choose to believe: each party at the top of its line, outlets, and persons in a public role. */
export function sourceChoices(
  rows: readonly Shown<ClaimRow>[],
  { parties }: Pick<World, 'parties'>,
): Shown<SourceChoice>[] {
  const found = new Map<string, { kind: SourceChoice['kind']; label: SourceChoice['label']; claims: number }>();
  const count = (value: string, kind: SourceChoice['kind'], label: SourceChoice['label']): void => {
    const known = found.get(value);
    if (known) known.claims++;
    else found.set(value, { kind, label, claims: 1 });
  };
  for (const { claim } of rows) {
    const { kind } = claim.source;
    for (const id of choicesOf(claim.source, { parties })) {
      const names = kind === 'party' ? parties.byId(id)?.names : undefined;
      count(id, kind as SourceChoice['kind'], names ? { fr: names.fr, en: names.en } : { fr: id, en: id });
    }
  }
  return [...found]
    .map(([value, rest]) => ({ value, ...rest }))
    .sort((a, b) => b.claims - a.claims || (a.value < b.value ? -1 : 1));
}

/** Under which choices a source counts: each party at the top of its line, an outlet or person by name. */
export function choicesOf(
  { kind, label, parties: speaking }: Shown<Source>,
  { parties }: Pick<World, 'parties'>,
): string[] {
  if (kind === 'party') return [...new Set(speaking.map((party) => parties.ancestors(party).at(-1) ?? party))];
  return (kind === 'outlet' || kind === 'person') && label !== null ? [label] : [];
}

/** True where a claim is said by that source: a party or one under it, else an outlet or speaker of that name. */
export function isSaidBy(source: Shown<Source>, asked: string, { parties }: Pick<World, 'parties'>): boolean {
  if (source.parties.some((party) => parties.under(party, asked))) return true;
  return source.label !== null && foldName(source.label) === foldName(asked);
}
