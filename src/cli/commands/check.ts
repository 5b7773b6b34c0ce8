import type { Finding, FindingSide } from '../../ledger/index.ts';
import { checkDossier, readStale } from '../../pipeline.ts';
import { openReader } from '../../reading/index.ts';
import type { Context } from '../context.ts';
import type { Speech } from '../languages.ts';
import { type DossierOptions, dossierAsked, withLedger } from '../settings.ts';
import type { Colours } from '../terminal.ts';
import { terms } from '../terms.ts';

export type CheckOptions = DossierOptions & { readonly format: 'text' | 'json' };

/** Cross-checks a dossier: what is contested first, then what changed, then what is told alike. */
export async function check(options: CheckOptions, { terminal, speech, colours }: Context): Promise<number> {
  const reader = openReader();
  return withLedger(options, terminal, async (ledger) => {
    const dossier = await ledger.findDossier(dossierAsked(options, terminal.env));
    const again = await readStale(ledger, reader, dossier.id);
    if (again > 0) terminal.err(`${colours.dim(`${speech.say.readAgain}: ${again}`)}\n`);
    const { findings, questions, origins, accounts } = await checkDossier(ledger, reader, dossier.id);
    if (options.format === 'json') {
      const folds = origins.folds;
      const asked = questions.map(({ id, kind, place, party, sentence, accounts: own }) => ({
        id,
        kind,
        place,
        party,
        sentence,
        claims: own.length,
      }));
      terminal.out(`${JSON.stringify({ format: 1, dossier, findings, questions: asked, folds })}\n`);
      return 0;
    }
    terminal.out(
      `${colours.bold(dossier.title)}: ${accounts.dispatches.length} ${speech.say.dispatches}, ${accounts.claims.length} ${speech.say.claims}, ${questions.length} ${speech.say.questions}, ${findings.length} ${speech.say.findings}\n\n`,
    );
    if (findings.length === 0) terminal.out(`${speech.say.noFindings}\n`);
    for (const finding of findings) terminal.out(`${findingLines(finding, speech, colours).join('\n')}\n\n`);
    return 0;
  });
}

function findingLines({ kind, sentence, a, b, rule }: Finding, { pick }: Speech, c: Colours): string[] {
  const colour = kind === 'contradicts' || kind === 'denies' ? c.red : kind === 'agrees' ? c.green : c.yellow;
  const side = ({ document, start, end }: FindingSide): string => c.dim(`${document} ${start}–${end}`);
  return [`${colour(pick(terms.findings[kind]))} ${pick(sentence)}`, `  ${side(a)}  ⇄  ${side(b)}  ${c.dim(rule)}`];
}
