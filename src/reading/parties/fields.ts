import { assert } from '../../core/index.ts';

/** An object of a data file of ours whose shape is not checked yet. */
export type Fields = Readonly<Record<string, unknown>>;

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function fieldsOf(fields: Fields, key: string): Fields {
  const value = fields[key];
  assert(isFields(value), `${key} is not an object`);
  return value;
}

/** The rows under a key; none where the key is absent. */
export function rowsOf(fields: Fields, key: string): readonly Fields[] {
  const value = fields[key] ?? [];
  assert(Array.isArray(value) && value.every(isFields), `${key} is not a list of objects`);
  return value;
}

/** The texts under a key; none where the key is absent. */
export function textsOf(fields: Fields, key: string): readonly string[] {
  const value = fields[key] ?? [];
  assert(Array.isArray(value) && value.every((text) => typeof text === 'string'), `${key} is not a list of texts`);
  return value;
}

export function textOf(fields: Fields, key: string): string {
  const value = fields[key];
  assert(typeof value === 'string' && value !== '', `${key} is missing or not a text`);
  return value;
}

export function optionalText(fields: Fields, key: string): string | null {
  return fields[key] === undefined || fields[key] === null ? null : textOf(fields, key);
}
