import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { BOUNDS, isWhen } from '../core/index.ts';
import { ACTS, CLAIM_TYPES, type Claim, MODALITIES, MODES, POLARITIES, type Statement } from '../reading/index.ts';

/** What can be corrected of a claim and of a statement. Their words cannot: reject it, and add it with other words. */
export type ClaimSlot = 'type' | 'actor' | 'target' | 'place' | 'quantity' | 'time' | 'polarity' | 'modality';
export type StatementSlot = 'name' | 'organisation' | 'role' | 'anonymous' | 'via' | 'mode' | 'act' | 'said' | 'by';

/** A claim as a person adds it: without what only a reading has. */
export type ClaimDraft = Omit<Claim, 'id' | 'statement' | 'rules' | 'doubts'>;

type Slot = {
  /** What may be set. */
  readonly accepts: z.ZodType;
  /** True where two values say the same, so that a correction outlives a change which does not concern it. */
  readonly same: (a: unknown, b: unknown) => boolean;
};

const ids = z.array(z.string().min(1));
const words = z.string().min(1).nullable();
const when = z.string().refine(isWhen, 'not a day, month, year or interval').nullable();

const places = z.array(
  z.strictObject({
    name: z.string().min(1),
    part: z.string().min(1).optional(),
    candidates: z.array(z.strictObject({ id: z.string().min(1), why: z.string().min(1) })),
  }),
);
const quantity = z
  .strictObject({
    value: z.number(),
    max: z.number().optional(),
    bound: z.enum(BOUNDS),
    unit: z.string().min(1),
  })
  .nullable();

const plain = isDeepStrictEqual;
const asSet = (a: unknown, b: unknown) => isDeepStrictEqual(new Set(a as string[]), new Set(b as string[]));
/** The same names standing for the same places: less likely candidates, and why each was thought of, may differ. */
const samePlaces = (a: unknown, b: unknown) => isDeepStrictEqual(meant(a), meant(b));
const meant = (value: unknown) =>
  (value as Claim['place']).map(({ name, part, candidates }) => [name, part, candidates[0]?.id]);

const claimSlots: Readonly<Record<ClaimSlot, Slot>> = {
  type: { accepts: z.enum(CLAIM_TYPES), same: plain },
  actor: { accepts: ids, same: asSet },
  target: { accepts: ids, same: asSet },
  place: { accepts: places, same: samePlaces },
  quantity: { accepts: quantity, same: plain },
  time: { accepts: when, same: plain },
  polarity: { accepts: z.enum(POLARITIES), same: plain },
  modality: { accepts: z.enum(MODALITIES), same: plain },
};

const statementSlots: Readonly<Record<StatementSlot, Slot>> = {
  name: { accepts: words, same: plain },
  organisation: { accepts: words, same: plain },
  role: { accepts: words, same: plain },
  anonymous: { accepts: z.boolean(), same: plain },
  via: { accepts: words, same: plain },
  mode: { accepts: z.enum(MODES), same: plain },
  act: { accepts: z.enum(ACTS), same: plain },
  said: { accepts: when, same: plain },
  by: { accepts: ids, same: asSet },
};

/** The shape of a claim that a person adds. */
export const claimDraft = z.strictObject({
  start: z.int().nonnegative(),
  end: z.int().positive(),
  text: z.string().min(1),
  type: z.enum(CLAIM_TYPES),
  actor: ids,
  target: ids,
  place: places,
  quantity,
  time: when,
  polarity: z.enum(POLARITIES),
  modality: z.enum(MODALITIES),
});

/** The slot of that name on that layer; null where there is none. */
export function slotOf(layer: 'statement' | 'claim', name: string): Slot | null {
  const slots: Readonly<Record<string, Slot>> = layer === 'claim' ? claimSlots : statementSlots;
  return Object.hasOwn(slots, name) ? slots[name]! : null;
}

/** The value of a slot; the slot is one of that layer (see `slotOf`). */
export function slotValue(item: Claim | Statement, slot: ClaimSlot | StatementSlot): unknown {
  return (item as unknown as Record<string, unknown>)[slot] ?? null;
}
