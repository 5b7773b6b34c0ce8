import { setWorkerUrl } from 'maplibre-gl';
import address from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';

type Policies = {
  readonly createPolicy: (name: 'default', rules: { readonly createScriptURL: (url: string) => string }) => unknown;
};

let isAllowed = false;

/**
 * Tells MapLibre where its worker is: a file of our own beside the bundle. The page's rules (Trusted Types) let no script
 * start from an address that is a mere text, so a policy vouches for this one and for no other.
 */
export function allowWorker(): void {
  if (isAllowed) return;
  isAllowed = true;
  const own = new URL(address, location.href).href;
  const policies = (globalThis as { readonly trustedTypes?: Policies }).trustedTypes;
  policies?.createPolicy('default', {
    createScriptURL: (url) => {
      if (new URL(url, location.href).href !== own) throw new TypeError(`no script may start from ${url}`);
      return url;
    },
  });
  setWorkerUrl(own);
}
