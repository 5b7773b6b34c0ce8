import { userInfo } from 'node:os';
import { join } from 'node:path';
import envPaths from 'env-paths';
import { Problem } from '../core/index.ts';
import { type Ledger, openLedger, type Place } from '../ledger/index.ts';
import type { Terminal } from './terminal.ts';

/** Options that every command understands, before or after its name. */
export type GlobalOptions = { readonly ledger?: string; readonly lang?: string; readonly author?: string };
export type DossierOptions = GlobalOptions & { readonly dossier?: string };

/** Where the ledger is: what the user says, the environment, else the platform's data folder. */
export function ledgerPlace({ ledger }: GlobalOptions, env: NodeJS.ProcessEnv): Place {
  const asked = ledger ?? env.RECOUPE_LEDGER ?? env.DATABASE_URL;
  if (asked === '')
    throw new Problem('cli/empty-ledger', {
      fr: '--ledger est vide : donnez un dossier ou l’adresse d’un serveur PostgreSQL.',
      en: '--ledger is empty: give a folder or the address of a PostgreSQL server.',
    });
  if (asked && /^postgres(?:ql)?:\/\//.test(asked)) return { url: asked };
  return { folder: asked ?? join(envPaths('recoupe', { suffix: '' }).data, 'ledger') };
}

export function dossierAsked({ dossier }: DossierOptions, env: NodeJS.ProcessEnv): string | null {
  return dossier ?? env.RECOUPE_DOSSIER ?? null;
}

/** Opens the ledger, lets a command work with it, and closes it whatever happens. */
export async function withLedger<T>(
  options: GlobalOptions,
  terminal: Terminal,
  work: (ledger: Ledger) => Promise<T>,
): Promise<T> {
  const author = options.author ?? terminal.env.RECOUPE_AUTHOR ?? userName();
  const ledger = await openLedger(ledgerPlace(options, terminal.env), { author });
  try {
    return await work(ledger);
  } finally {
    await ledger.close();
  }
}

/** The account that runs the program; some containers have a user without a name. */
function userName(): string {
  try {
    return userInfo().username;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_SYSTEM_ERROR') return 'unknown';
    throw error;
  }
}
