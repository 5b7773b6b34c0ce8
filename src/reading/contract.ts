import { z } from 'zod';
import { BOUNDS, isWhen, Problem } from '../core/index.ts';
import { CLAIM_TYPES, type ClaimPlace, MODALITIES, POLARITIES } from './claim.ts';
import type { DispatchReading } from './dispatch-reading.ts';
import type { Parties } from './parties/parties.ts';
import type { Gazetteer } from './places/gazetteer.ts';
import { ACTS, MODES } from './statement.ts';

/** A stretch of the text: offsets in UTF-16 code units, the words for readers. */
const span = z.object({ start: z.int().min(0), end: z.int().min(1), text: z.string().optional() });
const when = z.string().refine(isWhen, { error: 'an ISO 8601 day, month, year or interval' });
const id = z.string().min(1);

const statement = z.object({
  id,
  content: z.array(span).min(1),
  cue: span.nullish(),
  source: span.nullish(),
  name: z.string().nullish(),
  organisation: z.string().nullish(),
  role: z.string().nullish(),
  anonymous: z.boolean().default(false),
  via: z.string().nullish(),
  mode: z.enum(MODES),
  act: z.enum(ACTS),
  said: when.nullish(),
});

const claim = z.object({
  id,
  type: z.enum(CLAIM_TYPES),
  start: z.int().min(0),
  end: z.int().min(1),
  statement: z.string().nullish(),
  actor: z.array(z.string()),
  target: z.array(z.string()),
  place: z.array(z.object({ name: z.string().min(1), part: z.string().optional() })),
  quantity: z
    .object({ value: z.number(), max: z.number().optional(), bound: z.enum(BOUNDS), unit: z.string().min(1) })
    .nullish(),
  time: when.nullish(),
  polarity: z.enum(POLARITIES).default('affirmed'),
  modality: z.enum(MODALITIES).default('actual'),
});

/** A reading as `recoupe read --format jsonl` prints it and people write it; other fields are left aside. */
const reading = z.object({ document: z.string().min(1), statements: z.array(statement), claims: z.array(claim) });

/** A reading made elsewhere, before it is tied to a dispatch. */
export type ContractReading = z.infer<typeof reading>;

/**
 * Reads JSON lines in the contract's shape, one document a line.
 *
 * @throws Problem `reading/bad-reading` that names the line, the field and what was expected
 */
export function parseReadings(jsonl: string, file: string): ContractReading[] {
  return jsonl.split('\n').flatMap((line, i) => {
    if (!line.trim()) return [];
    let json: unknown;
    try {
      json = JSON.parse(line);
    } catch (cause) {
      throw badReading(file, i + 1, { fr: 'ce n’est pas du JSON', en: 'this is no JSON' }, cause);
    }
    const parsed = reading.safeParse(json);
    if (parsed.success) return [parsed.data];
    const { path, message } = parsed.error.issues[0]!;
    const where = path.join('.') || '(document)';
    throw badReading(file, i + 1, { fr: `${where} : ${message}`, en: `${where}: ${message}` });
  });
}

function badReading(file: string, line: number, what: { fr: string; en: string }, cause?: unknown): Problem {
  return new Problem(
    'reading/bad-reading',
    {
      fr: `${file}, ligne ${line} : ${what.fr}. Une lecture a la forme que « recoupe read --format jsonl » imprime (docs/reading.md).`,
      en: `${file}, line ${line}: ${what.en}. A reading has the shape that “recoupe read --format jsonl” prints (docs/reading.md).`,
    },
    { cause },
  );
}

/** Ties a reading that people made to its dispatch: its words checked, its places and speakers looked up. */
export function readingFor(
  { statements, claims }: ContractReading,
  about: Pick<DispatchReading, 'document' | 'published' | 'publishedInText' | 'language' | 'noise'> & {
    readonly text: string;
  },
  world: { readonly parties: Parties; readonly gazetteer: Gazetteer },
): DispatchReading {
  const { text, ...own } = about;
  const mention = ({ start, end }: { start: number; end: number }) => {
    if (end <= start || end > text.length)
      throw badReading(own.document, 1, {
        fr: `le passage ${start}–${end} sort du texte (${text.length} unités)`,
        en: `the span ${start}–${end} lies outside the text (${text.length} units)`,
      });
    return { start, end, text: text.slice(start, end) };
  };
  return {
    ...own,
    doubts: [],
    reader: { reader: 'people', language: 'people', data: 'people' },
    statements: statements.map((one) => ({
      id: one.id,
      content: one.content.map(mention),
      cue: one.cue ? mention(one.cue) : null,
      source: one.source ? mention(one.source) : null,
      name: one.name ?? null,
      organisation: one.organisation ?? null,
      role: one.role ?? null,
      anonymous: one.anonymous,
      via: one.via ?? null,
      mode: one.mode,
      act: one.act,
      said: one.said ?? null,
      by: [
        ...world.parties.sourceParties(
          one.name ?? one.source?.text ?? null,
          one.organisation ?? null,
          one.role ?? null,
        ),
      ],
      rules: ['people'],
      doubts: [],
    })),
    claims: claims.map(({ quantity, ...one }) => ({
      ...one,
      ...mention(one),
      statement: one.statement ?? null,
      place: one.place.map(
        (place): ClaimPlace => ({
          name: place.name,
          ...(place.part === undefined ? {} : { part: place.part }),
          candidates: candidatesOf(place.name, world.gazetteer),
        }),
      ),
      quantity: quantity
        ? {
            value: quantity.value,
            ...(quantity.max === undefined ? {} : { max: quantity.max }),
            bound: quantity.bound,
            unit: quantity.unit,
          }
        : null,
      time: one.time ?? null,
      rules: ['people'],
      doubts: [],
    })),
  };
}

function candidatesOf(name: string, gazetteer: Gazetteer): ClaimPlace['candidates'] {
  const places = gazetteer.lookup(name);
  const found = places.length > 0 ? places : gazetteer.near(name).map(({ place }) => place);
  const best = found[0];
  if (!best) return [];
  return found
    .filter((place) => place === best || gazetteer.within(place.id, best.id) || gazetteer.within(best.id, place.id))
    .slice(0, 3)
    .map((place, i) => ({ id: place.id, why: i === 0 ? 'most-people' : 'same-name' }));
}
