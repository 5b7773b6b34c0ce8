import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { packageRoot } from '../../core/index.ts';
import { publishDossier } from '../../desk/publish/index.ts';
import { openReader } from '../../reading/index.ts';
import type { Context } from '../context.ts';
import { type DossierOptions, dossierAsked, withLedger } from '../settings.ts';

export type PublishOptions = DossierOptions & { readonly out: string; readonly fullTexts?: boolean };

/** Writes a dossier as static files, and says where to open them. */
export async function publish(asked: string | null, options: PublishOptions, context: Context): Promise<number> {
  const { terminal, speech, colours: c } = context;
  const { say, lang } = speech;
  const { version } = JSON.parse(readFileSync(new URL('package.json', packageRoot), 'utf8')) as { version: string };
  return withLedger(options, terminal, async (ledger) => {
    const { id, title } = await ledger.findDossier(asked ?? dossierAsked(options, terminal.env));
    const { files, publication } = await publishDossier({
      ledger,
      world: openReader(),
      dossier: id,
      out: options.out,
      lang,
      fullTexts: options.fullTexts ?? false,
      version,
      now: new Date(),
    });
    const { dispatches, claims, questions } = publication.counts;
    const counts = `${dispatches} ${say.dispatches}, ${claims} ${say.claims}, ${questions} ${say.questions}`;
    terminal.out(`${c.bold(title)} ${say.publishedIn} ${resolve(options.out)} (${counts})\n`);
    terminal.out(`${c.dim(`${say.openPage} ${join(resolve(options.out), files[0]!)}`)}\n`);
    return 0;
  });
}
