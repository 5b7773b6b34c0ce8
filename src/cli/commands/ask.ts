import { isDay, Problem } from '../../core/index.ts';
import type { FigureKind } from '../../crosscheck/index.ts';
import { askHowMany, askWhoHolds, type Perspective } from '../../pipeline.ts';
import { openReader } from '../../reading/index.ts';
import type { Context } from '../context.ts';
import { namesIn } from '../listing.ts';
import { type DossierOptions, dossierAsked, withLedger } from '../settings.ts';
import { figureIn, placeKinds, terms } from '../terms.ts';

export type AskOptions = DossierOptions & {
  readonly asOf?: string;
  readonly believe?: readonly string[];
  readonly saidBy?: string;
  readonly learnedBy?: string;
  readonly format: 'text' | 'json';
};

/** Who holds a place. Exit 0 whenever it could be answered, whatever the answer. */
export async function askControlOf(
  place: string,
  options: AskOptions,
  { terminal, speech, colours: c }: Context,
): Promise<number> {
  const perspective = perspectiveOf(options);
  const { say } = speech;
  const world = openReader();
  return withLedger(options, terminal, async (ledger) => {
    const dossier = await ledger.findDossier(dossierAsked(options, terminal.env));
    const nameOf = namesIn(world.parties);
    const answer = await askWhoHolds(ledger, world, dossier.id, place, perspective);
    if (options.format === 'json') {
      terminal.out(
        `${JSON.stringify({ format: 1, question: `control ${place}`, believe: perspective.believe, ...answer })}\n`,
      );
      return 0;
    }
    terminal.out(
      `${c.bold(place)}, ${answer.asOf}${perspective.believe.length > 0 ? ` (${perspective.believe.join(', ')})` : ''}${answer.contested ? ` – ${c.red(say.contested)}` : ''}\n`,
    );
    for (const { party, share, since, origins, claims, place: where } of answer.holders) {
      const part = share ? `, ${figureIn(speech.lang, { ...share, unit: 'percent' })}` : '';
      const kind = placeKinds[where.kind];
      terminal.out(
        `  ${c.cyan(nameOf(party, speech.lang))} ${say.holds} ${speech.pick(where.name)}${kind ? ` (${speech.pick(kind)})` : ''}${part}${since ? `, ${say.since} ${since}` : ''} – ${origins} ${origins === 1 ? say.origin : say.origins}\n`,
      );
      for (const { source, text, document } of claims)
        terminal.out(`    « ${text.replace(/\s+/gu, ' ')} » ${c.dim(`${source}, ${document}`)}\n`);
    }
    for (const party of answer.notHolders)
      terminal.out(`  ${c.cyan(nameOf(party, speech.lang))} ${say.holdsNothing}\n`);
    for (const { source, text, document } of answer.against)
      terminal.out(`    « ${text.replace(/\s+/gu, ' ')} » ${c.dim(`${source}, ${document}`)}\n`);
    if (answer.holders.length + answer.notHolders.length === 0) terminal.out(`  ${say.nobodySays}\n`);
    return 0;
  });
}

/** How many fighters, dead or displaced a party has, by whom and when. */
export async function askFiguresOf(
  kind: FigureKind,
  party: string,
  options: AskOptions,
  { terminal, colours: c, speech }: Context,
): Promise<number> {
  const perspective = perspectiveOf(options);
  const world = openReader();
  return withLedger(options, terminal, async (ledger) => {
    const dossier = await ledger.findDossier(dossierAsked(options, terminal.env));
    const nameOf = namesIn(world.parties);
    const answer = await askHowMany(ledger, world, dossier.id, kind, party, perspective);
    if (options.format === 'json') {
      terminal.out(
        `${JSON.stringify({ format: 1, question: `${kind} ${party}`, believe: perspective.believe, ...answer })}\n`,
      );
      return 0;
    }
    terminal.out(`${c.bold(nameOf(answer.party, speech.lang))} – ${speech.pick(terms.types[kind])}\n`);
    for (const { said, by, bound, value, max, unit, place, modality, claim } of answer.points) {
      const figure = figureIn(speech.lang, { value, max, bound, unit });
      const certainty = modality === 'actual' ? '' : ` [${speech.pick(terms.modalities[modality])}]`;
      terminal.out(
        `  ${said ?? speech.say.undated}  ${figure}${place.length > 0 ? ` (${place.join(', ')})` : ''}${certainty} – ${c.cyan(nameOf(by, speech.lang))}\n    « ${claim.text.replace(/\s+/gu, ' ')} » ${c.dim(claim.document)}\n`,
      );
    }
    if (answer.points.length === 0) terminal.out(`  ${speech.say.nobodySays}\n`);
    return 0;
  });
}

function perspectiveOf({ asOf, believe, saidBy, learnedBy }: AskOptions): Perspective {
  for (const [name, day] of [
    ['--as-of', asOf],
    ['--said-by', saidBy],
  ] as const)
    if (day !== undefined && !isDay(day))
      throw new Problem('cli/bad-day', {
        fr: `${name} « ${day} » n’est pas un jour. Écrivez-le 2017-12-07.`,
        en: `${name} “${day}” is no day. Write it 2017-12-07.`,
      });
  return { asOf: asOf ?? null, believe: believe ?? [], saidBy: saidBy ?? null, learnedBy: learnedBy ?? null };
}
