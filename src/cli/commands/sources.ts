import { sourceRecords } from '../../crosscheck/index.ts';
import { checkDossier } from '../../pipeline.ts';
import { openReader } from '../../reading/index.ts';
import type { Context } from '../context.ts';
import { namesIn } from '../listing.ts';
import { type DossierOptions, dossierAsked, withLedger } from '../settings.ts';
import { terms } from '../terms.ts';

export type SourcesOptions = DossierOptions & { readonly format: 'text' | 'json' };

/** What each source of a dossier said, and what became of it. */
export async function sources(options: SourcesOptions, { terminal, speech, colours: c }: Context): Promise<number> {
  const reader = openReader();
  const { say, lang, pick } = speech;
  return withLedger(options, terminal, async (ledger) => {
    const dossier = await ledger.findDossier(dossierAsked(options, terminal.env));
    const { accounts, ...checked } = await checkDossier(ledger, reader, dossier.id);
    const records = sourceRecords(accounts, checked, reader);
    if (options.format === 'json') {
      terminal.out(`${JSON.stringify({ format: 1, dossier, sources: records })}\n`);
      return 0;
    }
    const nameOf = namesIn(reader.parties);
    for (const record of records) {
      const types = Object.entries(record.types).map(
        ([type, count]) => `${pick(terms.types[type as keyof typeof terms.types])} ${count}`,
      );
      const counts = (
        [
          [say.recordAlone, record.alone],
          [say.recordConfirmed, record.confirmed],
          [say.recordContradicted, record.contradicted],
          [say.recordDenied, record.denied],
          [say.recordSuperseded, record.supersededByItself],
          [say.recordAgainstInterest, record.againstInterest],
        ] as const
      )
        .filter(([, count]) => count > 0)
        .map(([what, count]) => `${what} ${count}`);
      const name = record.kind === 'party' ? nameOf(record.id, lang) : record.id;
      terminal.out(
        `${c.cyan(name)} – ${record.statements} ${say.statements}, ${record.claims} ${say.claims} (${types.join(', ')})\n`,
      );
      if (counts.length > 0) terminal.out(`  ${counts.join(', ')}\n`);
    }
    return 0;
  });
}
