import { readFileSync } from 'node:fs';
import { Argument, Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { Problem, packageRoot } from '../core/index.ts';
import { FIGURE_KINDS } from '../crosscheck/index.ts';
import type { AddCommandOptions } from './commands/add.ts';
import type { AskOptions } from './commands/ask.ts';
import type { CheckOptions } from './commands/check.ts';
import type { DeskOptions } from './commands/desk.ts';
import type { Judged, Merged, Ruling } from './commands/hand.ts';
import type { ParseOptions } from './commands/parse.ts';
import type { PublishOptions } from './commands/publish.ts';
import type { ReadOptions } from './commands/read.ts';
import type { SourcesOptions } from './commands/sources.ts';
import type { Context } from './context.ts';
import { speakHelp } from './help.ts';
import { languageOf, speechIn } from './languages.ts';
import type { DossierOptions, GlobalOptions } from './settings.ts';
import { coloursFor, type Terminal } from './terminal.ts';

/** Exit codes: all done; some item failed and the rest is printed; wrong usage; another holds the ledger. */
export const EXIT = { done: 0, someFailed: 1, usage: 2, held: 3 } as const;

/** Problems that are a wrong word on the command line, not a trouble with an item. */
const USAGE =
  /^(?:cli\/|ask\/|publish\/folder-|desk\/(?:no-password|short-password|no-address|bad-address)$|intake\/(?:bad-date|bad-language|bad-address|unknown-encoding)$|ledger\/(?:no-dossier-yet|no-such-dossier|several-dossiers|no-such-dispatch|bad-day|bad-instant|no-reason|empty-title)$)/;

/** Runs the command line. Returns the exit code; nothing here ends the process. */
export async function runCli(argv: readonly string[], terminal: Terminal): Promise<number> {
  const speech = speechIn(languageOf(argv, terminal.env));
  const context: Context = { terminal, speech, colours: coloursFor(terminal) };
  let code: number = EXIT.done;
  const program = buildProgram(context, (result) => {
    code = result;
  });
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
    if (!(error instanceof Problem)) throw error;
    terminal.err(`${context.colours.red('✗')} ${speech.pick(error.words)} ${context.colours.dim(`[${error.code}]`)}\n`);
    if (error.code === 'ledger/held' || error.code === 'ledger/held-by-older') return EXIT.held;
    return USAGE.test(error.code) ? EXIT.usage : EXIT.someFailed;
  }
}

/** Each command loads its own code when it runs, so that `--help` and `read` do not wait for the ledger and the desk. */
function buildProgram(context: Context, done: (code: number) => void): Command {
  const { say } = context.speech;
  const { terminal } = context;
  const program = new Command('recoupe')
    .description(say.about)
    .version(version(), '-v, --version', say.versionOption)
    .option('--ledger <where>', say.ledgerOption)
    .option('--author <name>', say.authorOption)
    .addOption(new Option('--lang <lang>', say.langOption).choices(['fr', 'en']))
    .showHelpAfterError(say.wrongUsage)
    .exitOverride()
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err });
  speakHelp(program, context.speech, terminal.err);
  const command = (name: string, about: string): Command =>
    program.command(name).description(about).copyInheritedSettings(program);
  const formats = new Option('--format <format>', say.formatOption).choices(['text', 'json']).default('text');
  const run =
    <T extends unknown[]>(work: (...args: T) => Promise<number>) =>
    async (...args: unknown[]): Promise<void> => {
      // commander hands over the arguments, the command's own options and the command
      const own = args.at(-1) as Command;
      done(await work(...([...args.slice(0, -2), own.optsWithGlobals(), context] as unknown as T)));
    };

  withIntake(command('read <files...>', say.readAbout), say)
    .addOption(new Option('--format <format>', say.formatReadOption).choices(['text', 'jsonl']).default('text'))
    .action(
      run(async (files: string[], options: ReadOptions, own: Context) =>
        (await import('./commands/read.ts')).read(files, options, own),
      ),
    );
  command('parse', say.parseAbout)
    .option('--one-sentence', say.oneSentenceOption)
    .action(
      run(async (options: ParseOptions, own: Context) => (await import('./commands/parse.ts')).parse(options, own)),
    );
  command('times [file]', say.timesAbout).action(
    run(async (file: string | undefined, _: GlobalOptions, own: Context) =>
      (await import('./commands/times.ts')).times(file, own),
    ),
  );
  withIntake(command('add <files...>', say.addAbout), say)
    .option('--dossier <dossier>', say.dossierOption)
    .option('--reading <file>', say.readingOption)
    .addOption(formats)
    .action(
      run(async (files: string[], options: AddCommandOptions, own: Context) =>
        (await import('./commands/add.ts')).add(files, options, own),
      ),
    );
  command('check', say.checkAbout)
    .option('--dossier <dossier>', say.dossierOption)
    .addOption(formats)
    .action(
      run(async (options: CheckOptions, own: Context) => (await import('./commands/check.ts')).check(options, own)),
    );

  command('sources', say.sourcesAbout)
    .option('--dossier <dossier>', say.dossierOption)
    .addOption(formats)
    .action(
      run(async (options: SourcesOptions, own: Context) =>
        (await import('./commands/sources.ts')).sources(options, own),
      ),
    );

  const several = (one: string, before: string[] = []): string[] => [...before, one];
  const withPerspective = (asking: Command): Command =>
    asking
      .option('--dossier <dossier>', say.dossierOption)
      .option('--as-of <day>', say.asOfOption)
      .option('--since <day>', say.sinceOption)
      .option('--believe <source>', say.believeOption, several)
      .option('--exclude <source>', say.excludeOption, several)
      .option('--grade <source=letter>', say.gradeOption, several)
      .option('--said-by <day>', say.saidByOption)
      .option('--learned-by <instant>', say.learnedByOption)
      .addOption(formats);
  const ask = command('ask', say.askAbout);
  // A question in words is what follows where no kind of question is named.
  const inWords = ask.command('words <question>', { isDefault: true }).description(say.askWordsAbout);
  withPerspective(inWords.copyInheritedSettings(program)).action(
    run(async (words: string, options: AskOptions, own: Context) =>
      (await import('./commands/ask.ts')).askInWords(words, options, own),
    ),
  );
  const question = (name: string, about: string): Command =>
    withPerspective(ask.command(name).description(about).copyInheritedSettings(program));
  question('control <place>', say.askControlAbout).action(
    run(async (place: string, options: AskOptions, own: Context) =>
      (await import('./commands/ask.ts')).askControlOf(place, options, own),
    ),
  );
  const abouts = {
    strength: say.askStrengthAbout,
    casualties: say.askCasualtiesAbout,
    displacement: say.askDisplacementAbout,
  };
  for (const kind of FIGURE_KINDS)
    question(`${kind} <party>`, abouts[kind]).action(
      run(async (party: string, options: AskOptions, own: Context) =>
        (await import('./commands/ask.ts')).askFiguresOf(kind, party, options, own),
      ),
    );

  const port = (text: string): number => {
    const number = Number(text);
    if (!Number.isInteger(number) || number < 0 || number > 65535) throw new InvalidArgumentError('0–65535');
    return number;
  };
  for (const [name, about] of [
    ['desk', say.deskAbout],
    ['demo', say.demoAbout],
  ] as const)
    command(name, about)
      .option('--dossier <dossier>', say.dossierOption)
      .option('--port <port>', say.portOption, port)
      .option('--host <address>', say.hostOption)
      .option('--address <url>', say.addressOption)
      .option('--password-file <file>', say.passwordOption)
      .option('--no-open', say.openOption)
      .action(
        run(async (options: DeskOptions, own: Context) => (await import('./commands/desk.ts'))[name](options, own)),
      );

  command('publish [dossier]', say.publishAbout)
    .option('--dossier <dossier>', say.dossierOption)
    .requiredOption('--out <folder>', say.outOption)
    .option('--full-texts', say.fullTextsOption)
    .action(
      run(async (dossier: string | undefined, options: PublishOptions, own: Context) =>
        (await import('./commands/publish.ts')).publish(dossier ?? null, options, own),
      ),
    );

  command('dossiers', say.dossiersAbout)
    .addOption(formats)
    .action(
      run(async (options: GlobalOptions & { format: 'text' | 'json' }, own: Context) =>
        (await import('./commands/ledger.ts')).listDossiers(options, own),
      ),
    );
  command('rename <dossier> <title>', say.renameAbout).action(
    run(async (dossier: string, title: string, options: GlobalOptions, own: Context) =>
      (await import('./commands/ledger.ts')).renameDossier(dossier, title, options, own),
    ),
  );
  command('remove <dispatch>', say.removeAbout)
    .option('--dossier <dossier>', say.dossierOption)
    .requiredOption('--reason <reason>', say.reasonOption)
    .action(
      run(async (dispatch: string, options: DossierOptions & { reason: string }, own: Context) =>
        (await import('./commands/ledger.ts')).removeDispatch(dispatch, options, own),
      ),
    );
  const hand = (name: string, about: string): Command =>
    command(name, about).option('--dossier <dossier>', say.dossierOption);
  const one = (values: readonly string[], name: string): Argument => new Argument(`<${name}>`).choices(values);
  hand('date <dispatch> <day>', say.dateAbout).action(
    run(async (dispatch: string, day: string, options: DossierOptions, own: Context) =>
      (await import('./commands/hand.ts')).date(dispatch, day, options, own),
    ),
  );
  hand('merge', say.mergeAbout)
    .addArgument(one(['party', 'place', 'origin'] satisfies Merged[], 'subject'))
    .argument('<id>')
    .argument('<into>')
    .action(
      run(async (subject: Merged, id: string, into: string, options: DossierOptions, own: Context) =>
        (await import('./commands/hand.ts')).merge(subject, id, into, options, own),
      ),
    );
  hand('split', say.splitAbout)
    .addArgument(one(['party', 'place', 'origin'] satisfies Merged[], 'subject'))
    .argument('<id>')
    .argument('[from]')
    .action(
      run(async (subject: Merged, id: string, from: string | undefined, options: DossierOptions, own: Context) =>
        (await import('./commands/hand.ts')).split(subject, id, from, options, own),
      ),
    );
  hand('verdict', say.verdictAbout)
    .addArgument(one(['claim', 'finding', 'question'] satisfies Judged[], 'kind'))
    .argument('<id>')
    .addArgument(one(['accepted', 'doubted'] satisfies Ruling[], 'ruling'))
    .option('--note <note>', say.noteOption)
    .action(
      run(async (kind: Judged, id: string, ruling: Ruling, options: DossierOptions & { note?: string }, own: Context) =>
        (await import('./commands/hand.ts')).verdict(kind, id, ruling, options, own),
      ),
    );
  hand('undo <entry>', say.undoAbout).action(
    run(async (entry: string, options: DossierOptions, own: Context) =>
      (await import('./commands/hand.ts')).undo(entry, options, own),
    ),
  );
  hand('history', say.historyAbout)
    .addOption(formats)
    .action(
      run(async (options: DossierOptions & { format: 'text' | 'json' }, own: Context) =>
        (await import('./commands/hand.ts')).history(options, own),
      ),
    );
  const ledger = command('ledger', say.ledgerAbout);
  ledger
    .command('export <file>')
    .description(say.exportAbout)
    .copyInheritedSettings(program)
    .action(
      run(async (file: string, options: GlobalOptions, own: Context) =>
        (await import('./commands/ledger.ts')).exportLedger(file, options, own),
      ),
    );
  ledger
    .command('import <file>')
    .description(say.importAbout)
    .copyInheritedSettings(program)
    .action(
      run(async (file: string, options: GlobalOptions, own: Context) =>
        (await import('./commands/ledger.ts')).importLedger(file, options, own),
      ),
    );
  return program;
}

function withIntake(command: Command, say: Context['speech']['say']): Command {
  return command
    .option('--date <day>', say.dateOption)
    .option('--publisher <name>', say.publisherOption)
    .option('--url <address>', say.urlOption)
    .option('--language <tag>', say.languageOption)
    .option('--encoding <name>', say.encodingOption)
    .addOption(new Option('--as <format>', say.asOption).choices(['text', 'html']));
}

function version(): string {
  return (JSON.parse(readFileSync(new URL('package.json', packageRoot), 'utf8')) as { version: string }).version;
}
