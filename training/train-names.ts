// Trains what tells persons, places and organisations apart, and writes data/fr/{names.bin, name-places.bin,
// name-organisations.bin}; `npm run train` runs it after the models that it reads sentences with.
// Learnt from newspapers (NewsEye, CC BY 4.0; Europeana Newspapers, CC0), and from modern news (Wikinews, CC BY 2.5) in which
// only what titles, prepositions and our own lists make sure is taken for known. Nothing marked NC is looked at.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openFrench, type Sentence } from '../src/language/index.ts';
import {
  isSureName,
  keysOf,
  type Lexicon,
  MOST_NAME_FEATURES,
  NAME_CLASSES,
  NameFilter,
  nameFeatures,
  runsOf,
} from '../src/language/internals.ts';
import { openGazetteer, openParties } from '../src/reading/index.ts';
import { AveragedPerceptron, bestOf, meanModel } from './perceptron.ts';
import { seeded, shuffled } from './random.ts';
import { lexicon } from './tags.ts';

const fr = new URL('../data/fr/', import.meta.url);
const shared = new URL('../../shared/data/', import.meta.url);
const SEEDS = [1, 2, 3, 4];
const BITS = 15;
const EPOCHS = 10;
/** Bits for each name: one other word in two hundred passes. */
const BITS_PER_NAME = 10;

type Span = { readonly start: number; readonly end: number; readonly kind: (typeof NAME_CLASSES)[number] };
type Example = { readonly features: Uint32Array; readonly kind: number };

function filterOf(names: readonly string[]): Uint8Array {
  const bytes = new Uint8Array(Math.ceil((names.length * BITS_PER_NAME) / 8));
  for (const name of names) for (const key of keysOf(name, bytes.length * 8)) bytes[key >> 3]! |= 1 << (key & 7);
  return bytes;
}

/** Companies, media, parties, clubs and the like, by hand: the list of parties holds those of wars alone. */
const organisations = JSON.parse(
  readFileSync(new URL('../data/build/organisation-names.json', import.meta.url), 'utf8'),
) as { names: Record<string, string[]> };
const givenNames = JSON.parse(readFileSync(new URL('../data/build/given-names.json', import.meta.url), 'utf8')) as {
  names: string[];
};
const parties = openParties();
const placeBits = filterOf(openGazetteer().allNames());
const organisationBits = filterOf([
  ...Object.values(organisations.names).flat(),
  ...parties.all
    .filter(({ kind }) => kind !== 'state' && kind !== 'description' && kind !== 'people')
    .flatMap(({ names, aliases, acronyms }) => [names.fr, names.en, ...aliases, ...acronyms])
    .filter((name) => /^\p{Lu}/u.test(name)),
]);
const givenBits = filterOf(givenNames.names);
writeFileSync(new URL('name-given.bin', fr), givenBits);
writeFileSync(new URL('name-places.bin', fr), placeBits);
writeFileSync(new URL('name-organisations.bin', fr), organisationBits);
const rules = {
  places: new NameFilter(placeBits),
  organisations: new NameFilter(organisationBits),
  given: new NameFilter(givenBits),
  lexicon: lexicon as Lexicon,
};

function textOf(name: string): string {
  const path = fileURLToPath(new URL(name, shared));
  if (!existsSync(path)) throw new Error(`No data at ${path}. Training needs the data folder beside the checkout.`);
  return execFileSync('xz', ['-dc', path], { encoding: 'utf8', maxBuffer: 1 << 29 });
}

const KINDS: Readonly<Record<string, Span['kind']>> = {
  PER: 'person',
  LOC: 'place',
  ORG: 'organisation',
  HumanProd: 'other',
  MISC: 'other',
};

/** Texts of about a hundred tokens with the spans of their names, from rows of a token and its label. */
function* textsOf(
  rows: Iterable<{ form: string; label: string; glued: boolean }>,
): Generator<{ text: string; spans: Span[] }> {
  let text = '';
  let spans: { start: number; end: number; kind: Span['kind'] }[] = [];
  let count = 0;
  for (const { form, label, glued } of rows) {
    const start = text.length;
    text += form;
    const [part, kind] = label.split('-');
    const own = KINDS[kind ?? ''];
    const last = spans.at(-1);
    if (own && part === 'I' && last && last.kind === own && start - last.end <= 1) last.end = text.length;
    else if (own) spans.push({ start, end: text.length, kind: own });
    if (!glued) text += ' ';
    if (++count >= 100 && label === 'O' && /^[.!?]$/.test(form)) {
      yield { text, spans };
      [text, spans, count] = ['', [], 0];
    }
  }
  if (text) yield { text, spans };
}

function* newsEye(part: string): Generator<{ form: string; label: string; glued: boolean }> {
  for (const line of textOf(`newseye-fr/${part}.tsv.xz`).split('\n')) {
    const cells = line.split('\t');
    if (line.startsWith('#') || cells.length < 3 || cells[0] === 'TOKEN') continue;
    yield { form: cells[0]!.replace('¬', ''), label: cells[1]!, glued: /NoSpaceAfter/.test(cells.at(-1)!) };
  }
}

function* europeana(): Generator<{ form: string; label: string; glued: boolean }> {
  for (const line of textOf('europeana-fr/train.bio.xz').split('\n')) {
    const [form, label] = line.split(/\s+/);
    if (form && label) yield { form, label, glued: false };
  }
}

const engine = openFrench();
const examples: Example[] = [];
const scratch = new Uint32Array(MOST_NAME_FEATURES);
const kindIndex = (kind: Span['kind']): number => NAME_CLASSES.indexOf(kind);

function learnFrom(sentence: Sentence, kindOf: (start: number, end: number) => Span['kind'] | null): void {
  for (const run of runsOf(sentence.tokens, rules)) {
    const { start } = sentence.tokens[run.from]!;
    const { end } = sentence.tokens[run.to - 1]!;
    const kind = kindOf(start, end);
    // Old papers were not annotated whole: a name there without a kind teaches nothing.
    if (kind === null || (kind === 'none' && isSureName(sentence.tokens, run))) continue;
    const count = nameFeatures(sentence.tokens, run, rules, scratch);
    examples.push({ features: scratch.slice(0, count), kind: kindIndex(kind) });
  }
}

for (const rows of [newsEye('dev'), newsEye('dev2'), europeana()])
  for (const { text, spans } of textsOf(rows))
    for (const sentence of engine.sentences(text))
      learnFrom(sentence, (start, end) => {
        const shared = (span: Span): number => Math.min(end, span.end) - Math.max(start, span.start);
        const best = spans.reduce<Span | null>(
          (a, b) => (shared(b) > 0 && (!a || shared(b) > shared(a)) ? b : a),
          null,
        );
        return best && shared(best) * 2 > end - start ? best.kind : 'none';
      });
const fromOld = examples.length;

const TITLE =
  /^(?:m\.|mme|mlle|dr|monsieur|madame|président|présidente|général|colonel|capitaine|ministre|roi|reine|prince|princesse|pape|écrivain|acteur|actrice|chanteur|chanteuse|joueur|réalisateur|philosophe|peintre|compositeur|empereur|saint|abbé|journaliste|avocat|député|sénateur|maire|professeur|docteur|frère|soeur|sœur|fils|fille|épouse)$/;
const ORGANISATION =
  /^(?:parti|club|société|entreprise|groupe|équipe|université|association|fédération|ministère|banque|compagnie|agence|chaîne|journal|label|syndicat|institut|organisation)$/;
const OWN_ORGANISATION =
  /(?:^| )(?:FC|AS|RC|SC|Club|Université|Parti|Ligue|Fédération|Association|Compagnie|Société|Groupe|United|Company|Records|Group|Corporation|University|Institut|Union|Front|Ministère|Banque|Conseil|Commission|Agence|Académie)(?: |$)/u;

const WORK =
  /^(?:film|série|album|chanson|single|roman|jeu|livre|épisode|titre|comédie|opéra|pièce|tableau|prix|trophée|bataille|opération|guerre|traité|loi)$/;
const QUOTE = /^["«»“”]$/;
const STATES = new Set(
  parties.all.filter(({ kind }) => kind === 'state').flatMap(({ names, aliases }) => [names.fr, ...aliases]),
);

function* modernTexts(): Generator<string> {
  for (const line of textOf('wikinews-fr-100/dev.jsonl.xz').split('\n').filter(Boolean))
    yield (JSON.parse(line) as { paragraphs: string[] }).paragraphs.join('\n\n');
  for (const line of textOf('ntrex-fr-en/dev.tsv.xz').split('\n')) yield line.split('\t')[1] ?? '';
  for (const name of ['ud-french-gsd/dev', 'ud-french-sequoia/train'])
    for (const line of textOf(`${name}.conllu.xz`).split('\n')) if (line.startsWith('# text = ')) yield line.slice(9);
}

/** What is sure of a name in modern prose by the words around it and in it; null where nothing is. */
function sureKind(tokens: Sentence['tokens'], from: number, to: number): Span['kind'] | null {
  const words = tokens
    .slice(from, to)
    .map(({ text }) => text)
    .join(' ');
  const before = tokens[from - 1]?.lower ?? '';
  const isPlace = rules.places.has(words);
  if (QUOTE.test(tokens[from - 1]?.text ?? '') && QUOTE.test(tokens[to]?.text ?? '')) return 'other';
  if (WORK.test(before)) return 'other';
  if (TITLE.test(before)) return 'person';
  if (to - from >= 2 && rules.given.has(tokens[from]!.text) && !rules.organisations.has(words)) return 'person';
  if (STATES.has(words)) return 'place';
  if (OWN_ORGANISATION.test(words) || ORGANISATION.test(before) || rules.organisations.has(words))
    return 'organisation';
  if (isPlace && /^(?:à|en|dans|vers|depuis|au|aux)$/.test(before)) return 'place';
  if (/^\p{Lu}{2,6}$/u.test(words) && !isPlace) return 'organisation';
  const born = tokens[to]?.text === '(' && /^(?:né|née|\d{4})$/.test(tokens[to + 1]?.lower ?? '');
  if (born && to - from >= 2 && !isPlace) return 'person';
  return null;
}

for (const text of modernTexts())
  for (const sentence of engine.sentences(text))
    learnFrom(sentence, (start, end) => {
      const from = sentence.tokens.findIndex((token) => token.start === start);
      return sureKind(sentence.tokens, from, sentence.tokens.findIndex((token) => token.end === end) + 1);
    });
console.log(`${fromOld} runs of old newspapers, ${examples.length - fromOld} of modern ones`);

const model = meanModel(
  SEEDS.map((seed) => {
    const learner = new AveragedPerceptron(NAME_CLASSES.length, BITS);
    const random = seeded(seed);
    for (let epoch = 0; epoch < EPOCHS; epoch++)
      for (const { features, kind } of shuffled(examples, random))
        learner.update(features, features.length, kind, bestOf(learner.scores(features, features.length)));
    return learner;
  }),
);
writeFileSync(new URL('names.bin', fr), model.weights);
