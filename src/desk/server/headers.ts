/**
 * Sent with every reply. Nothing is loaded from elsewhere, and no script or style stands in a page: markup that slipped
 * into one would not run. `blob:` and `data:` images are what MapLibre draws its icons with.
 */
export const SAFETY_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types svelte-trusted-html default',
  ].join('; '),
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
};

/** What dispatches say is not left in a cache. */
export const NO_STORE = 'no-store';
/** Files whose name holds a hash of their bytes never change. */
export const FOR_EVER = 'private, max-age=31536000, immutable';
