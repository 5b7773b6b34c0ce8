import type { Context } from '../context.ts';
import { type DossierOptions, dossierAsked, type GlobalOptions, withLedger } from '../settings.ts';

type Format = { readonly format: 'text' | 'json' };

export async function listDossiers(
  options: GlobalOptions & Format,
  { terminal, speech, colours: c }: Context,
): Promise<number> {
  return withLedger(options, terminal, async (ledger) => {
    const dossiers = await ledger.dossiers();
    if (options.format === 'json') terminal.out(`${JSON.stringify({ format: 1, dossiers })}\n`);
    else if (dossiers.length === 0) terminal.out(`${speech.say.noDossiers}\n`);
    else
      for (const { id, title, dispatches } of dossiers)
        terminal.out(`${c.bold(title)}  ${c.dim(id)}  ${dispatches} ${speech.say.dispatches}\n`);
    return 0;
  });
}

export async function renameDossier(
  dossier: string,
  title: string,
  options: GlobalOptions,
  { terminal, speech }: Context,
): Promise<number> {
  return withLedger(options, terminal, async (ledger) => {
    const { id } = await ledger.findDossier(dossier);
    await ledger.renameDossier(id, title);
    terminal.out(`${title} ${speech.say.renamed}\n`);
    return 0;
  });
}

export async function removeDispatch(
  dispatch: string,
  options: DossierOptions & { readonly reason: string },
  { terminal, speech }: Context,
): Promise<number> {
  return withLedger(options, terminal, async (ledger) => {
    const dossier = await ledger.findDossier(dossierAsked(options, terminal.env));
    const entry = await ledger.remove(dossier.id, dispatch, options.reason);
    terminal.out(`${dispatch} ${speech.say.removed} (${entry.body.reason})\n`);
    return 0;
  });
}

export async function exportLedger(
  file: string,
  options: GlobalOptions,
  { terminal, speech }: Context,
): Promise<number> {
  return withLedger(options, terminal, async (ledger) => {
    const counts = await ledger.export(file);
    terminal.out(`${summary(counts)} ${speech.say.exported} ${file}\n`);
    return 0;
  });
}

export async function importLedger(
  file: string,
  options: GlobalOptions,
  { terminal, speech }: Context,
): Promise<number> {
  return withLedger(options, terminal, async (ledger) => {
    const counts = await ledger.import(file);
    terminal.out(`${summary(counts)} ${speech.say.imported} ${file}\n`);
    return 0;
  });
}

function summary(counts: object): string {
  return Object.entries(counts)
    .filter(([, count]) => typeof count === 'number')
    .map(([name, count]) => `${name} ${count}`)
    .join(', ');
}
