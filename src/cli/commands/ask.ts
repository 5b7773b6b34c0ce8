import { isDay, Problem } from '../../core/index.ts';
import { type FigureKind, GRADES, type Grade, type Grades, readQuestion } from '../../crosscheck/index.ts';
import type { FindingSide } from '../../ledger/index.ts';
import { type AnsweredControl, askHowMany, askWhoHolds, type Perspective } from '../../pipeline.ts';
import { openReader } from '../../reading/index.ts';
import type { Context } from '../context.ts';
import { namesIn, type PartyName } from '../listing.ts';
import { type DossierOptions, dossierAsked, withLedger } from '../settings.ts';
import { figureIn, placeKinds, terms } from '../terms.ts';

export type AskOptions = DossierOptions & {
  readonly asOf?: string;
  readonly since?: string;
  readonly believe?: readonly string[];
  readonly exclude?: readonly string[];
  readonly grade?: readonly string[];
  readonly saidBy?: string;
  readonly learnedBy?: string;
  readonly format: 'text' | 'json';
};

/** A question in words, French or English. Exit 0 whenever it could be answered, whatever the answer. */
export async function askInWords(words: string, options: AskOptions, context: Context): Promise<number> {
  const asked = readQuestion(words);
  if (asked === null)
    throw new Problem('ask/unread-question', {
      fr: `« ${words} » n’est pas une question que Recoupe sait lire. Par exemple : « qui tient Boukamal », « combien de combattants a l’EI », « combien de morts parmi les civils ».`,
      en: `“${words}” is no question that Recoupe can read. For instance: “who holds Boukamal”, “how many fighters does the Islamic State have”, “how many civilians were killed”.`,
    });
  const given = asked.asOf === null ? options : { asOf: asked.asOf, ...options };
  return asked.kind === 'control'
    ? askControlOf(asked.subject, given, context)
    : askFiguresOf(asked.kind, asked.subject, given, context);
}

/** Who holds a place. Exit 0 whenever it could be answered, whatever the answer. */
export async function askControlOf(place: string, options: AskOptions, context: Context): Promise<number> {
  const { terminal } = context;
  const perspective = perspectiveOf(options);
  const world = openReader();
  return withLedger(options, terminal, async (ledger) => {
    const dossier = await ledger.findDossier(dossierAsked(options, terminal.env));
    const answer = await askWhoHolds(ledger, world, dossier.id, place, perspective, options.since ?? null);
    if (options.format === 'json') {
      const { believe, exclude, grades } = perspective;
      const asked = { format: 1, question: `control ${place}`, believe, exclude, grades };
      terminal.out(`${JSON.stringify({ ...asked, ...answer })}\n`);
      return 0;
    }
    for (const line of controlLines(place, answer, perspective, namesIn(world.parties), context))
      terminal.out(`${line}\n`);
    return 0;
  });
}

function controlLines(
  place: string,
  answer: AnsweredControl,
  { believe }: Perspective,
  nameOf: PartyName,
  { speech, colours: c }: Context,
): string[] {
  const { say, lang, pick } = speech;
  const quotes = (sides: readonly FindingSide[]): string[] =>
    sides.map(
      ({ source, text, document }) => `    « ${text.replace(/\s+/gu, ' ')} » ${c.dim(`${source}, ${document}`)}`,
    );
  const holders = answer.holders.flatMap((holder) => {
    const { party, share, since, origins, claims, place: where, contested, grade, againstInterest } = holder;
    const kind = placeKinds[where.kind];
    const facts = [
      share ? figureIn(lang, { ...share, unit: 'percent' }) : '',
      since ? `${say.since} ${since}` : '',
      grade ? `${say.grade} ${grade}` : '',
      contested ? c.red(say.contested) : '',
    ].filter(Boolean);
    const named = `${c.cyan(nameOf(party, lang))} ${say.holds} ${pick(where.name)}${kind ? ` (${pick(kind)})` : ''}`;
    return [
      `  ${[named, ...facts].join(', ')} – ${origins} ${origins === 1 ? say.origin : say.origins}`,
      ...quotes(claims),
      ...againstInterest.map(({ claim, reason }) => `    ${c.yellow(`${claim.source}: ${pick(reason)}`)}`),
    ];
  });
  const outweighed = answer.outweighed.map(
    ({ party, grade }) => `  ${c.dim(`${nameOf(party, lang)}: ${say.outweighed} (${grade})`)}`,
  );
  const told = [
    ...holders,
    ...answer.notHolders.map((party) => `  ${c.cyan(nameOf(party, lang))} ${say.holdsNothing}`),
  ];
  const contested = answer.contested ? ` – ${c.red(say.contested)}` : '';
  return [
    `${c.bold(place)}, ${answer.asOf}${believe.length > 0 ? ` (${believe.join(', ')})` : ''}${contested}`,
    ...(told.length > 0 ? told : [`  ${say.nobodySays}`]),
    ...outweighed,
    ...quotes(answer.against),
    ...changeLines(answer, nameOf, speech),
  ];
}

function changeLines({ changes }: AnsweredControl, nameOf: PartyName, { say, lang }: Context['speech']): string[] {
  if (changes === null) return [];
  const { since, gained, lost, shares } = changes;
  const figure = (share: (typeof shares)[number]['now']): string =>
    share ? figureIn(lang, { ...share, unit: 'percent' }) : say.whole;
  const lines = [
    ...gained.map(({ party }) => `  + ${nameOf(party, lang)}`),
    ...lost.map(({ party }) => `  − ${nameOf(party, lang)}`),
    ...shares.map(({ party, before, now }) => `  ~ ${nameOf(party, lang)}: ${figure(before)} → ${figure(now)}`),
  ];
  return [`${say.changedSince} ${since}${lines.length === 0 ? ` : ${say.nothing}` : ''}`, ...lines];
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

function perspectiveOf({ asOf, since, believe, exclude, grade, saidBy, learnedBy }: AskOptions): Perspective {
  for (const [name, day] of [
    ['--as-of', asOf],
    ['--since', since],
    ['--said-by', saidBy],
  ] as const)
    if (day !== undefined && !isDay(day))
      throw new Problem('cli/bad-day', {
        fr: `${name} « ${day} » n’est pas un jour. Écrivez-le 2017-12-07.`,
        en: `${name} “${day}” is no day. Write it 2017-12-07.`,
      });
  return {
    asOf: asOf ?? null,
    believe: believe ?? [],
    saidBy: saidBy ?? null,
    learnedBy: learnedBy ?? null,
    ...(exclude ? { exclude } : {}),
    ...(grade ? { grades: gradesIn(grade) } : {}),
  };
}

/** « sohr=B »: who, and how far it is relied on. */
function gradesIn(given: readonly string[]): Grades {
  return Object.fromEntries(
    given.map((one) => {
      const [who, grade] = [one.slice(0, one.lastIndexOf('=')), one.slice(one.lastIndexOf('=') + 1).toUpperCase()];
      if (who === '' || !GRADES.includes(grade as Grade))
        throw new Problem('cli/bad-grade', {
          fr: `--grade « ${one} » ne donne pas de note. Écrivez qui et une lettre de A à F : sohr=B.`,
          en: `--grade “${one}” gives no grade. Write who and a letter from A to F: sohr=B.`,
        });
      return [who, grade as Grade];
    }),
  );
}
