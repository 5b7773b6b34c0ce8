import type { Intake } from '../intake/index.ts';
import type { Claim, DispatchReading, Parties, Statement } from '../reading/index.ts';
import type { Speech } from './languages.ts';
import type { Colours } from './terminal.ts';
import { figureIn, terms } from './terms.ts';

/** What a party is called: its name in the list, else its id. */
export type PartyName = (id: string, lang: Speech['lang']) => string;

export function namesIn(parties: Parties): PartyName {
  return (id, lang) => parties.byId(id)?.names[lang] ?? id;
}

/** A reading as a person reads it: each statement with who says it, and under it what it claims. */
export function readingLines(
  reading: DispatchReading,
  publisher: string | null,
  speech: Speech,
  c: Colours,
  nameOf: PartyName,
): string[] {
  const { say, pick } = speech;
  const { document, published, statements, claims, doubts } = reading;
  const head = [c.bold(document), publisher, published ?? say.undated].filter(Boolean).join(' · ');
  const lines = [head, ...doubts.map((doubt) => c.yellow(`  ? ${pick(doubt.message)}`))];
  const items = [
    ...statements.map((statement) => ({
      start: statement.content[0]!.start,
      lines: statementLines(statement, claims, speech, c, nameOf),
    })),
    ...claims
      .filter(({ statement }) => statement === null)
      .map((claim) => ({ start: claim.start, lines: claimLines(claim, null, speech, c, nameOf) })),
  ].sort((a, b) => a.start - b.start);
  return [
    ...lines,
    ...items.flatMap((item) => item.lines),
    c.dim(`  ${statements.length} ${say.statements}, ${claims.length} ${say.claims}`),
    '',
  ];
}

function statementLines(
  statement: Statement,
  claims: readonly Claim[],
  speech: Speech,
  c: Colours,
  nameOf: PartyName,
): string[] {
  const { say, pick } = speech;
  const who = statement.name ?? statement.source?.text ?? say.unnamedSource;
  const detail = [
    statement.role && statement.role !== who ? statement.role : null,
    statement.organisation && statement.organisation !== who ? statement.organisation : null,
    statement.via ? `${say.via} ${statement.via}` : null,
    statement.said ? `${say.saidOn} ${statement.said}` : null,
  ]
    .filter(Boolean)
    .join(', ');
  const how = `${pick(terms.acts[statement.act])}, ${pick(terms.modes[statement.mode])}`;
  const cue = statement.cue ? `« ${oneLine(statement.cue.text)} » – ${how}` : how;
  const words = statement.content.map(({ text }) => oneLine(text)).join(' […] ');
  return [
    `  ${c.cyan(oneLine(who))}${detail ? c.dim(` – ${detail}`) : ''} ${c.dim(`[${cue}]`)}`,
    `    « ${words} »`,
    ...claims
      .filter((claim) => claim.statement === statement.id)
      .flatMap((claim) => claimLines(claim, statement, speech, c, nameOf)),
  ];
}

/** « → prise · armée syrienne ⟂ EI · Boukamal · 2017-11-09 », with the words where they are not the statement's own. */
function claimLines(
  claim: Claim,
  statement: Statement | null,
  { lang, say, pick }: Speech,
  c: Colours,
  nameOf: PartyName,
): string[] {
  const named = (ids: readonly string[]) => ids.map((id) => nameOf(id, lang)).join(' + ');
  const parties = [named(claim.actor), claim.target.length > 0 ? `⟂ ${named(claim.target)}` : ''];
  const places = claim.place.map(({ name, part }) => (part ? `${name} (${part})` : name)).join(', ');
  const facts = [
    claim.polarity === 'negated' ? say.negated : '',
    claim.modality === 'actual' ? '' : pick(terms.modalities[claim.modality]),
    pick(terms.types[claim.type]),
    parties.filter(Boolean).join(' '),
    places,
    claim.quantity ? figureIn(lang, claim.quantity) : '',
    claim.time,
  ]
    .filter(Boolean)
    .join(' · ');
  const words = oneLine(claim.text);
  return statement === null
    ? [`  ${c.dim(`[${say.outlet}]`)}`, `    « ${words} »`, `    ${c.green('→')} ${facts}`]
    : [`    ${c.green('→')} ${facts}  ${c.dim(`« ${words} »`)}`];
}

function oneLine(words: string): string {
  return words.replace(/\s+/gu, ' ');
}

/** An item that was not taken, or a notice, as lines for standard error. */
export function troubleLines(
  item: Extract<Intake, { problem: unknown } | { notice: unknown }>,
  { pick }: Speech,
  c: Colours,
): string {
  if ('problem' in item)
    return `${c.red('✗')} ${item.name}: ${pick(item.problem.words)} ${c.dim(`[${item.problem.code}]`)}`;
  return `${c.yellow('!')} ${item.name}: ${pick(item.notice.message)}`;
}
