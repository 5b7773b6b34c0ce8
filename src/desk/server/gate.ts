import { createHash, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { openLimiter } from './limiter.ts';

/** Who may come in. */
export type Gate = {
  /** For the address that is printed: 256 random bits, exchanged once for a session. */
  readonly token: string;
  /** The session for a token that is the right one and has not been used; null otherwise. */
  readonly enter: (token: string) => string | null;
  /** True where people come in by a password: the desk listens elsewhere than on this machine alone. */
  readonly hasPassword: boolean;
  /** A session for the right password. `client` is who asks: an IP address. Never more tries than `TRIES` allows. */
  readonly enterWith: (password: string, client: string) => Promise<Entered>;
  readonly admits: (session: string | undefined) => boolean;
  /** Ends a session. */
  readonly leave: (session: string | undefined) => void;
};

export type Entered =
  | { readonly session: string }
  | { readonly refused: 'wrong-password' }
  | { readonly refused: 'too-many-tries'; readonly waitSeconds: number };

export type GateSettings = {
  /** Null where only the printed address lets in. */
  readonly password?: string | null;
  /** Milliseconds; the machine's clock where absent. */
  readonly now?: () => number;
};

/** A password is tried so many times in so many seconds by one client, and by all of them together. */
export const TRIES = { seconds: 60, each: 5, all: 30 } as const;
/** A session that nobody uses ends after a working day, and any after a week. */
const IDLE_MS = 12 * 3_600_000;
const LIFE_MS = 7 * 24 * 3_600_000;
const MOST_SESSIONS = 1000;

export function makeGate({ password = null, now = Date.now }: GateSettings = {}): Gate {
  const token = secret();
  let isUsed = false;
  const sessions = new Map<string, { readonly since: number; last: number }>();
  const known = password === null ? null : hashed(password, randomBytes(16));
  const each = openLimiter({ most: TRIES.each, seconds: TRIES.seconds, now });
  const all = openLimiter({ most: TRIES.all, seconds: TRIES.seconds, now });
  const begin = (): string => {
    const session = secret();
    for (const [key, { since, last }] of sessions)
      if (now() - since > LIFE_MS || now() - last > IDLE_MS) sessions.delete(key);
    for (const oldest of [...sessions.keys()].slice(0, Math.max(0, sessions.size + 1 - MOST_SESSIONS)))
      sessions.delete(oldest);
    sessions.set(digest(session).toString('hex'), { since: now(), last: now() });
    return session;
  };
  return {
    token,
    enter: (given) => {
      if (isUsed || !same(given, token)) return null;
      isUsed = true;
      return begin();
    },
    hasPassword: known !== null,
    enterWith: async (given, client) => {
      if (known === null) return { refused: 'wrong-password' };
      const waitSeconds = Math.max(each.take(client), all.take(''));
      if (waitSeconds > 0) return { refused: 'too-many-tries', waitSeconds };
      const { salt, key } = await known;
      const tried = await hashed(given, salt);
      return timingSafeEqual(tried.key, key) ? { session: begin() } : { refused: 'wrong-password' };
    },
    // Kept by their digests: that a key is found quickly or not tells nothing of a session.
    admits: (given) => {
      const session = given === undefined ? undefined : sessions.get(digest(given).toString('hex'));
      if (!session || now() - session.since > LIFE_MS || now() - session.last > IDLE_MS) return false;
      session.last = now();
      return true;
    },
    leave: (given) => {
      if (given !== undefined) sessions.delete(digest(given).toString('hex'));
    },
  };
}

/** 32 MiB and about a tenth of a second for each try: what OWASP asks of scrypt. */
const COST = { N: 2 ** 15, r: 8, p: 3, maxmem: 64 * 1024 * 1024 } as const;

function hashed(password: string, salt: Buffer): Promise<{ readonly salt: Buffer; readonly key: Buffer }> {
  return new Promise((resolve, reject) => {
    // The same characters typed on another keyboard are the same password.
    scrypt(password.normalize('NFKC'), salt, 32, COST, (error, key) =>
      error ? reject(error) : resolve({ salt, key }),
    );
  });
}

function secret(): string {
  return randomBytes(32).toString('base64url');
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

/** Compares digests, so that the time it takes tells nothing of either text. */
function same(a: string, b: string): boolean {
  return timingSafeEqual(digest(a), digest(b));
}
