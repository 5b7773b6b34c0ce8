import type { Span } from '../../core/index.ts';
import type { Token } from '../../language/index.ts';
import type { TimeContext } from './time.ts';

/** Words of what is yet to come, whatever the tense: « sont attendus lundi », « rendez-vous samedi ». */
const COMING =
  /(?<!\p{L})(?:rendez-vous|prévue?s?|attendue?s?|programmée?s?|fixée?s? (?:au|à)|reportée?s? (?:au|à)|convoquée?s?|(?:aura|auront) lieu|d['’]ici|au plus tard|à venir|prochainement)(?!\p{L})/iu;
/** Ends of French future forms that the text shows without a tagger: « rouvrira », « seront ». */
const FUTURE = /\p{Ll}(?:era|eront|ira|iront|dra|dront|vra|vront|rra|rront)(?!\p{L})/u;
/** How far the words that look ahead may stand from the time. */
const NEAR = 60;

/**
 * Where the verbs around a time look: ahead for a future, « doit » or « va » with an infinitive, or a word of what is to
 * come; back for a past tense. The nearest finite verb tells; where no tagger has been (bare words), the ends of forms do.
 */
export function looksAt(
  text: string,
  span: Span,
  tokens: readonly Token[] | undefined,
  start: number,
  end: number,
): TimeContext['looks'] {
  const around = text.slice(Math.max(0, start - NEAR), end + NEAR);
  if (COMING.test(text.slice(Math.max(0, start - 40), end + 25))) return 'ahead';
  if (!tokens) return FUTURE.test(around) ? 'ahead' : null;
  let best: { distance: number; looks: TimeContext['looks'] } | null = null;
  tokens.forEach((token, i) => {
    const looks = looksOf(tokens, i);
    if (!looks) return;
    const from = token.start - span.start;
    const distance = from < start ? start - (token.end - span.start) : from - end;
    // What follows a time counts less: « lundi » hangs from the verb before it more often than from the one after.
    const weighed = from < start ? distance : distance * 1.5;
    if (weighed >= 0 && distance < 2 * NEAR && (!best || weighed < best.distance)) best = { distance: weighed, looks };
  });
  return (best as { looks: TimeContext['looks'] } | null)?.looks ?? null;
}

function looksOf(tokens: readonly Token[], i: number): TimeContext['looks'] {
  const { feats, lemma, upos, lower } = tokens[i]!;
  if (!/VERB|AUX/.test(upos)) return null;
  if (/Tense=Fut/.test(feats)) return 'ahead';
  if (/Tense=Pres/.test(feats) && /Mood=Ind/.test(feats) && /^(?:devoir|aller)$/.test(lemma)) {
    const next = tokens.slice(i + 1, i + 4).some((token) => /VerbForm=Inf/.test(token.feats));
    if (next) return 'ahead';
  }
  if (/Tense=(?:Imp|Past)/.test(feats) && !/^(?:prévue?s?|attendue?s?)$/.test(lower)) return 'back';
  return null;
}
