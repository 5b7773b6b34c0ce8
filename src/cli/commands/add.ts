import { readFile } from 'node:fs/promises';
import { Problem } from '../../core/index.ts';
import { type AddItem, addInputs } from '../../pipeline.ts';
import { type ContractReading, openReader, parseReadings } from '../../reading/index.ts';
import type { Context } from '../context.ts';
import { troubleLines } from '../listing.ts';
import { type DossierOptions, dossierAsked, withLedger } from '../settings.ts';
import { Progress } from '../terminal.ts';
import { type IntakeOptions, intakeOptions } from './intake-options.ts';

export type AddCommandOptions = IntakeOptions &
  DossierOptions & { readonly reading?: string; readonly format: 'text' | 'json' };

/** Adds dispatches to a dossier and reads them. Exit 1 where some could not be taken; the others are kept. */
export async function add(files: readonly string[], options: AddCommandOptions, context: Context): Promise<number> {
  const { terminal, speech, colours: c } = context;
  const { say } = speech;
  const readings = options.reading === undefined ? undefined : await loadReadings(options.reading);
  const reader = openReader();
  return withLedger(options, terminal, async (ledger) => {
    const progress = new Progress(terminal);
    const done: unknown[] = [];
    const totals = { dispatches: 0, statements: 0, claims: 0, failed: 0 };
    const settings = {
      ...intakeOptions(options),
      stdin: terminal.stdin,
      dossier: dossierAsked(options, terminal.env),
      ...(readings ? { readings } : {}),
    };
    const seen = new Set<string>();
    for await (const item of addInputs(ledger, reader, files, settings)) {
      progress.clear();
      if (!('added' in item)) {
        if ('problem' in item) totals.failed++;
        terminal.err(`${troubleLines(item, speech, c)}\n`);
        continue;
      }
      seen.add(item.name);
      const { added, reading } = item;
      if (options.format === 'json') done.push(asJson(item));
      else if (added.outcome === 'removed') terminal.out(`${c.yellow('–')} ${item.name}: ${say.removedBefore}\n`);
      else {
        const counts = reading
          ? `${reading.statements.length} ${say.statements}, ${reading.claims.length} ${say.claims}`
          : '';
        const word = { added: say.added, same: say.same, dated: say.dated, version: say.version }[added.outcome];
        terminal.out(
          `${c.green('✓')} ${item.name} ${c.dim(`${added.dispatch.id} ${word}`)} ${added.dispatch.published?.date ?? say.undated}  ${counts}\n`,
        );
        for (const doubt of reading?.doubts ?? added.dispatch.doubts)
          terminal.err(`  ${c.yellow('?')} ${speech.pick(doubt.message)}\n`);
      }
      totals.dispatches++;
      totals.statements += reading?.statements.length ?? 0;
      totals.claims += reading?.claims.length ?? 0;
      progress.show(item.place, item.total, item.name);
    }
    progress.clear();
    for (const name of readings?.keys() ?? []) {
      if (seen.has(name)) continue;
      totals.failed++;
      terminal.err(`${c.red('✗')} ${name}: ${speech.pick(noSuchDispatch(name, options.reading!).words)}\n`);
    }
    const titles = await ledger.dossiers();
    if (options.format === 'json')
      terminal.out(`${JSON.stringify({ format: 1, ...totals, items: done, dossiers: titles })}\n`);
    else
      terminal.out(
        `${totals.dispatches} ${say.dispatches}, ${totals.statements} ${say.statements}, ${totals.claims} ${say.claims}${totals.failed > 0 ? `; ${totals.failed} ${say.failed}` : ''}\n`,
      );
    return totals.failed > 0 ? 1 : 0;
  });
}

function asJson(item: Extract<AddItem, { added: unknown }>): unknown {
  const { added, reading, name, dossierId } = item;
  const counts = { statements: reading?.statements.length ?? 0, claims: reading?.claims.length ?? 0 };
  if (added.outcome === 'removed')
    return { document: name, dossier: dossierId, outcome: added.outcome, reason: added.removal.body.reason };
  return {
    document: name,
    dossier: dossierId,
    outcome: added.outcome,
    dispatch: added.dispatch.id,
    published: added.dispatch.published,
    sameText: added.sameText,
    ...counts,
  };
}

async function loadReadings(file: string): Promise<ReadonlyMap<string, ContractReading>> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (cause) {
    throw new Problem(
      'cli/unreadable-readings',
      {
        fr: `Les lectures de ${file} ne peuvent pas être lues : ${(cause as Error).message}.`,
        en: `The readings in ${file} cannot be read: ${(cause as Error).message}.`,
      },
      { cause },
    );
  }
  return new Map(parseReadings(text, file).map((reading) => [reading.document.split(/[\\/]/).at(-1)!, reading]));
}

function noSuchDispatch(name: string, file: string): Problem {
  return new Problem('cli/reading-without-dispatch', {
    fr: `${file} a une lecture de ${name}, qui n’est pas parmi les dépêches ajoutées.`,
    en: `${file} holds a reading of ${name}, which is not among the dispatches added.`,
  });
}
