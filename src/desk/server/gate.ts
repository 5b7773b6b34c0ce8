import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** Who may come in. The token of the printed address is exchanged once for a session, which lasts as long as the desk. */
export type Gate = {
  /** For the address that is printed: 256 random bits. */
  readonly token: string;
  /** The session for a token that is the right one and has not been used; null otherwise. */
  readonly enter: (token: string) => string | null;
  readonly admits: (session: string | undefined) => boolean;
};

export function makeGate(): Gate {
  const token = secret();
  let session: string | null = null;
  return {
    token,
    enter: (given) => {
      if (session !== null || !same(given, token)) return null;
      session = secret();
      return session;
    },
    admits: (given) => session !== null && given !== undefined && same(given, session),
  };
}

function secret(): string {
  return randomBytes(32).toString('base64url');
}

/** Compares digests, so that the time it takes tells nothing of either text. */
function same(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
