import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import envPaths from 'env-paths';
import { Problem, packageRoot } from '../../core/index.ts';
import { openDesk } from '../../desk/server/index.ts';
import type { Finding, Ledger } from '../../ledger/index.ts';
import { addInputs, checkDossier } from '../../pipeline.ts';
import { openReader, type Reader } from '../../reading/index.ts';
import type { Context } from '../context.ts';
import { troubleLines } from '../listing.ts';
import { type DossierOptions, dossierAsked, withLedger } from '../settings.ts';
import { Progress } from '../terminal.ts';

export type DeskOptions = DossierOptions & {
  readonly port?: number;
  readonly host?: string;
  readonly address?: string;
  readonly passwordFile?: string;
  readonly open: boolean;
};

/** Opens the desk on a ledger, and stays until the user stops it. */
export async function desk(options: DeskOptions, context: Context): Promise<number> {
  const reader = openReader();
  return withLedger(options, context.terminal, async (ledger) => {
    const asked = dossierAsked(options, context.terminal.env);
    const dossier = asked === null ? null : (await ledger.findDossier(asked)).id;
    await keepDesk(ledger, reader, dossier, options, context);
    return 0;
  });
}

const EXAMPLE = new URL('examples/euphrate/', packageRoot);

/** Reads the example dossier into a ledger of its own, says what it found, and opens the desk on it. */
export async function demo(options: DeskOptions, context: Context): Promise<number> {
  const { terminal, speech, colours: c } = context;
  const { say } = speech;
  const reader = openReader();
  // The user's own ledger is not touched, whatever the environment names: only --ledger says otherwise.
  const folder = options.ledger ?? join(envPaths('recoupe', { suffix: '' }).data, 'demo');
  return withLedger({ ...options, ledger: folder }, terminal, async (ledger) => {
    const progress = new Progress(terminal);
    let dossier: string | null = null;
    let failed = 0;
    terminal.out(`${say.demoReading}\n`);
    const inputs = [fileURLToPath(EXAMPLE)];
    for await (const item of addInputs(ledger, reader, inputs, {
      ...NOTHING_GIVEN,
      dossier: options.dossier ?? null,
    })) {
      progress.clear();
      if ('added' in item) dossier = item.dossierId;
      else {
        if ('problem' in item) failed++;
        terminal.err(`${troubleLines(item, speech, c)}\n`);
      }
      progress.show(item.place, item.total, item.name);
    }
    progress.clear();
    if (dossier === null) return 1; // nothing of the example could be taken, and each trouble was told
    const { accounts, findings, questions } = await checkDossier(ledger, reader, dossier);
    const counts = [
      `${accounts.dispatches.length} ${say.dispatches}`,
      `${accounts.statements.length} ${say.statements}`,
      `${accounts.claims.length} ${say.claims}`,
      `${questions.length} ${say.questions}`,
      `${findings.length} ${say.findings}`,
    ];
    terminal.out(`${counts.join(', ')}\n\n`);
    const contested = findings.filter(isContested);
    if (contested.length > 0) terminal.out(`${c.bold(say.demoContested)}\n`);
    for (const { sentence } of contested) terminal.out(`  – ${speech.pick(sentence)}\n`);
    terminal.out(`${contested.length > 0 ? '\n' : ''}${c.dim(say.demoExercise)}\n\n`);
    await keepDesk(ledger, reader, dossier, options, context);
    return failed > 0 ? 1 : 0;
  });
}

const NOTHING_GIVEN = { date: null, publisher: null, address: null, language: null, encoding: null, format: null };

function isContested({ kind }: Finding): boolean {
  return kind === 'contradicts' || kind === 'denies' || kind === 'disputes-part';
}

/** Prints where the desk is, opens it in the browser of a desktop, and waits for the user to stop it. */
async function keepDesk(
  ledger: Ledger,
  reader: Reader,
  dossier: string | null,
  options: DeskOptions,
  { terminal, speech, colours: c }: Context,
): Promise<void> {
  const { say } = speech;
  const opened = await openDesk({
    ledger,
    reader,
    port: options.port ?? 0,
    host: options.host ?? null,
    address: options.address ?? null,
    password: passwordOf(options, terminal.env),
    home: dossier === null ? '/' : `/dossiers/${encodeURIComponent(dossier)}`,
    version: version(),
    onFault: (error) => terminal.err(`${c.red('✗')} ${error instanceof Error ? error.stack : String(error)}\n`),
  });
  try {
    terminal.out(`${say.deskAt} ${c.bold(opened.address)}\n`);
    terminal.out(`${c.dim(`${say.deskOnce} ${say.deskStop}`)}\n`);
    if (opened.hasPassword) terminal.out(`${say.deskPassword} ${c.bold(opened.origin)}\n`);
    if (opened.isInClear) terminal.err(`${c.yellow('!')} ${say.deskInClear}\n`);
    if (options.open && hasDesktop(terminal.isTerminal, terminal.env)) openBrowser(opened.address);
    await terminal.stopped;
  } finally {
    await opened.close();
  }
}

/** The password that others come in by; null where none is given. A line end in the file is not part of it. */
function passwordOf({ passwordFile }: DeskOptions, env: NodeJS.ProcessEnv): string | null {
  if (passwordFile === undefined) return env.RECOUPE_PASSWORD ?? null;
  try {
    return readFileSync(passwordFile, 'utf8').split(/\r?\n/)[0]!;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new Problem(
      'cli/password-file',
      {
        fr: `${passwordFile} ne peut pas être lu (${code}). Donnez à --password-file un fichier dont la première ligne est le mot de passe.`,
        en: `${passwordFile} cannot be read (${code}). Give --password-file a file whose first line is the password.`,
      },
      { cause: error },
    );
  }
}

function version(): string {
  return (JSON.parse(readFileSync(new URL('package.json', packageRoot), 'utf8')) as { version: string }).version;
}

/** True where a browser window would appear before the person who typed the command. */
function hasDesktop(isTerminal: boolean, env: NodeJS.ProcessEnv): boolean {
  if (!isTerminal || env.CI || env.SSH_CONNECTION) return false;
  return process.platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

/** Opens the address, where the system knows how. It never fails: the address is printed all the same. */
function openBrowser(address: string): void {
  const [program, ...words] = {
    darwin: ['open'],
    win32: ['rundll32', 'url.dll,FileProtocolHandler'],
  }[process.platform as string] ?? ['xdg-open'];
  const child = spawn(program!, [...words, address], { detached: true, stdio: 'ignore' });
  child.on('error', () => {}); // no such program here
  child.unref();
}
