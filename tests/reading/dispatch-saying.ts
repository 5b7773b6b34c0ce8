import { sha256 } from '../../src/core/index.ts';
import type { Dispatch } from '../../src/intake/index.ts';

/** A French dispatch of that text, published on that day; nothing else is known of it. */
export function dispatchSaying(text: string, published: string | null = null): Dispatch {
  const bytes = new TextEncoder().encode(text);
  return {
    name: 'dispatch.txt',
    text,
    language: 'fr',
    title: null,
    published: published === null ? null : { date: published, instant: null, given: 'user', span: null },
    publishedInText: null,
    publisher: null,
    address: null,
    noise: [],
    format: 'text',
    encoding: 'utf-8',
    bytes,
    sha256: sha256(bytes),
    exercise: false,
    doubts: [],
  };
}
