import type { Intake } from '../intake/index.ts';
import type { Claim, DispatchReading, Statement } from '../reading/index.ts';
import type { Speech } from './languages.ts';
import type { Colours } from './terminal.ts';

/** A reading as a person reads it: each statement with who says it, and under it what it claims. */
export function readingLines(
  reading: DispatchReading,
  publisher: string | null,
  { say, pick }: Speech,
  c: Colours,
): string[] {
  const { document, published, statements, claims, doubts } = reading;
  const head = [c.bold(document), publisher, published ?? say.undated].filter(Boolean).join(' · ');
  const lines = [head, ...doubts.map((doubt) => c.yellow(`  ? ${pick(doubt.message)}`))];
  const items = [
    ...statements.map((statement) => ({
      start: statement.content[0]!.start,
      lines: statementLines(statement, claims, say, c),
    })),
    ...claims
      .filter(({ statement }) => statement === null)
      .map((claim) => ({ start: claim.start, lines: claimLines(claim, null, say, c) })),
  ].sort((a, b) => a.start - b.start);
  return [
    ...lines,
    ...items.flatMap((item) => item.lines),
    c.dim(`  ${statements.length} ${say.statements}, ${claims.length} ${say.claims}`),
    '',
  ];
}

function statementLines(statement: Statement, claims: readonly Claim[], say: Speech['say'], c: Colours): string[] {
  const who = statement.name ?? statement.source?.text ?? say.unnamedSource;
  const detail = [
    statement.role && statement.role !== who ? statement.role : null,
    statement.organisation,
    statement.via ? `${say.via} ${statement.via}` : null,
    statement.said ? `${say.saidOn} ${statement.said}` : null,
  ]
    .filter(Boolean)
    .join(', ');
  const cue = statement.cue
    ? `${statement.cue.text.replace(/\s+/gu, ' ')} (${statement.act}, ${statement.mode})`
    : `(${statement.act}, ${statement.mode})`;
  const words = statement.content.map(({ text }) => text.replace(/\s+/gu, ' ')).join(' […] ');
  return [
    `  ${c.cyan(who)}${detail ? c.dim(` – ${detail}`) : ''} ${c.dim(`[${cue}]`)}`,
    `    « ${words} »`,
    ...claims
      .filter((claim) => claim.statement === statement.id)
      .flatMap((claim) => claimLines(claim, statement, say, c)),
  ];
}

/** « → capture · syrian-government · Boukamal · 2017-11-09 », with the words when they are not the statement's own. */
function claimLines(claim: Claim, statement: Statement | null, say: Speech['say'], c: Colours): string[] {
  const { quantity } = claim;
  const parties = [claim.actor.join('+'), claim.target.length ? `⟂ ${claim.target.join('+')}` : '']
    .filter(Boolean)
    .join(' ');
  const figure = quantity
    ? `${quantity.bound === '=' ? '' : quantity.bound}${quantity.value}${quantity.max === undefined ? '' : `–${quantity.max}`} ${quantity.unit}`
    : '';
  const places = claim.place.map(({ name, part }) => (part ? `${name} (${part})` : name)).join(', ');
  const certainty = [claim.polarity === 'negated' ? 'NOT' : '', claim.modality === 'actual' ? '' : claim.modality]
    .filter(Boolean)
    .join(' ');
  const facts = [certainty, claim.type, parties, places, figure, claim.time].filter(Boolean).join(' · ');
  const words = claim.text.replace(/\s+/gu, ' ');
  return statement === null
    ? [`  ${c.dim(`[${say.outlet}]`)}`, `    « ${words} »`, `    ${c.green('→')} ${facts}`]
    : [`    ${c.green('→')} ${facts}  ${c.dim(`« ${words} »`)}`];
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
