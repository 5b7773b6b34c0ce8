import type { World } from '../../../crosscheck/index.ts';
import { isRemoved, type StoredEntry } from '../../../ledger/index.ts';
import type { Bilingual, Change, ChangesDocument, ChangesQuery, Mention, Shown } from '../../contract/index.ts';
import type { View } from '../view.ts';
import { refOf } from './claim.ts';

/** What happened in a dossier, latest first. `entries` are all of it, in order. */
export function changesDocument(
  entries: readonly StoredEntry[],
  view: View,
  query: ChangesQuery,
  world: World,
): Shown<ChangesDocument> {
  const all = changesOf(entries, view, world);
  const fitting = all.filter(
    (change) =>
      (query.kind.length === 0 || query.kind.includes(change.kind)) &&
      (query.dispatch.length === 0 || query.dispatch.includes(change.dispatch?.id ?? '')) &&
      (query.since === undefined || change.learned.slice(0, 10) >= query.since),
  );
  return {
    format: 1,
    total: fitting.length,
    from: query.from,
    changes: fitting.slice(query.from, query.from + query.limit),
  };
}

/** What has no way back: a dispatch leaves the ledger by being removed, and a dossier does not. */
const FINAL = new Set(['dossier-created', 'dispatch-added', 'dispatch-removed']);

/** Each entry as a person reads it, latest first. */
export function changesOf(entries: readonly StoredEntry[], view: View, world: World): Shown<Change>[] {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const undoneBy = undoneByOf(entries);
  return entries.toReversed().map((entry): Shown<Change> => {
    const { id, kind, author, learned } = entry;
    const about = 'dispatch' in entry.body ? (entry.body.dispatch ?? null) : null;
    const dispatch = about === null ? null : (view.dispatches.get(about) ?? null);
    const undone = undoneBy.get(id) ?? null;
    return {
      entry: id,
      kind,
      author,
      learned,
      sentence: sentenceOf(entry, byId, world),
      dispatch: dispatch && refOf(dispatch),
      words: wordsOf(entry),
      canUndo: undone === null && !FINAL.has(kind) && !isRemoved(entry),
      undoneBy: undone,
    };
  });
}

/** What undoes what now; an undoing that was itself undone has no part. */
function undoneByOf(entries: readonly StoredEntry[]): Map<string, string> {
  const by = new Map<string, string>();
  for (const entry of entries.toReversed())
    if (!isRemoved(entry) && entry.kind === 'undone' && !by.has(entry.id)) by.set(entry.body.entry, entry.id);
  return by;
}

function wordsOf(entry: StoredEntry): Mention | null {
  if (isRemoved(entry)) return null;
  if (entry.kind === 'correction' || entry.kind === 'rejection') return mentionOf(entry.body.words);
  return entry.kind === 'addition' ? mentionOf(entry.body.claim) : null;
}

function mentionOf({ start, end, text }: Mention): Mention {
  return { start, end, text };
}

function sentenceOf(entry: StoredEntry, byId: ReadonlyMap<string, StoredEntry>, world: World): Bilingual {
  if (isRemoved(entry)) return { fr: 'Retiré avec sa dépêche', en: 'Removed with its dispatch' };
  switch (entry.kind) {
    case 'dossier-created':
      return { fr: `Dossier créé : « ${entry.body.title} »`, en: `Dossier made: “${entry.body.title}”` };
    case 'dossier-titled':
      return { fr: `Dossier renommé : « ${entry.body.title} »`, en: `Dossier renamed: “${entry.body.title}”` };
    case 'dossier-archived':
      return entry.body.archived
        ? { fr: 'Dossier archivé', en: 'Dossier put away' }
        : { fr: 'Dossier repris', en: 'Dossier taken out again' };
    case 'dispatch-added':
      return { fr: `Dépêche ajoutée : ${entry.body.name}`, en: `Dispatch added: ${entry.body.name}` };
    case 'dispatch-dated':
      return {
        fr: `Dépêche datée : ${entry.body.published.date}`,
        en: `Dispatch dated: ${entry.body.published.date}`,
      };
    case 'reading-made':
      return entry.body.madeBy === 'people'
        ? { fr: 'Lecture faite par des personnes', en: 'Reading made by people' }
        : { fr: 'Dépêche lue', en: 'Dispatch read' };
    case 'correction': {
      const { slot, seen, set, words } = entry.body;
      const [was, is] = [valueShown(seen, world), valueShown(set, world)];
      return {
        fr: `Corrigé, ${slot} de « ${short(words.text)} » : ${is.fr} au lieu de ${was.fr}`,
        en: `Corrected, ${slot} of “${short(words.text)}”: ${is.en} instead of ${was.en}`,
      };
    }
    case 'rejection':
      return {
        fr: `Écarté : « ${short(entry.body.words.text)} »`,
        en: `Rejected: “${short(entry.body.words.text)}”`,
      };
    case 'addition':
      return {
        fr: `Affirmation ajoutée : « ${short(entry.body.claim.text)} »`,
        en: `Claim added: “${short(entry.body.claim.text)}”`,
      };
    case 'undone': {
      const about = byId.get(entry.body.entry);
      const what = about ? sentenceOf(about, byId, world) : { fr: '?', en: '?' };
      return { fr: `Annulé : ${what.fr}`, en: `Undone: ${what.en}` };
    }
    case 'party-merged':
    case 'place-merged': {
      const { id, into } = entry.body;
      return { fr: `${id} compte pour ${into}`, en: `${id} counts as ${into}` };
    }
    case 'party-split':
    case 'place-split':
      return { fr: `${entry.body.id} compte à part`, en: `${entry.body.id} counts as itself` };
    case 'origin-judged':
      return entry.body.sameOrigin
        ? { fr: 'Deux dépêches comptées pour une seule origine', en: 'Two dispatches counted as one origin' }
        : { fr: 'Deux dépêches comptées pour deux origines', en: 'Two dispatches counted as two origins' };
    case 'verdict':
      return entry.body.ruling === 'accepted'
        ? { fr: 'Accepté', en: 'Accepted' }
        : { fr: 'Mis en doute', en: 'Doubted' };
    case 'dispatch-removed':
      return { fr: `Dépêche retirée : ${entry.body.reason}`, en: `Dispatch removed: ${entry.body.reason}` };
  }
}

/** A value of a slot, with parties by their names. */
function valueShown(value: unknown, { parties }: World): Bilingual {
  if (value === null || value === undefined || (Array.isArray(value) && value.length === 0))
    return { fr: '–', en: '–' };
  const each = Array.isArray(value) ? value : [value];
  const shown = each.map((one): Bilingual => {
    if (typeof one === 'string') {
      const names = parties.byId(one)?.names;
      return names ? { fr: names.fr, en: names.en } : { fr: one, en: one };
    }
    if (typeof one === 'object' && one !== null && 'name' in one) return { fr: String(one.name), en: String(one.name) };
    if (typeof one === 'object' && one !== null && 'value' in one && 'unit' in one)
      return { fr: `${one.value} ${one.unit}`, en: `${one.value} ${one.unit}` };
    const plain = JSON.stringify(one);
    return { fr: plain, en: plain };
  });
  return { fr: shown.map(({ fr }) => fr).join(', '), en: shown.map(({ en }) => en).join(', ') };
}

function short(text: string): string {
  const line = text.replace(/\s+/gu, ' ');
  return line.length <= 60 ? line : `${line.slice(0, line.lastIndexOf(' ', 60) || 60)}…`;
}
