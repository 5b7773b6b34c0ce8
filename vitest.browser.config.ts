import { defineConfig } from 'vitest/config';

/** The desk in Debian's Chromium; `npm run build` first, since the page is served from `dist/`. */
export default defineConfig({
  test: {
    include: ['tests/browser/**/*.test.ts'],
    execArgv: ['--import', new URL('./tools/typescript.mjs', import.meta.url).href],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // A busy machine of two cores draws a view in more than Vitest's one second.
    expect: { poll: { timeout: 15_000 } },
    fileParallelism: false,
  },
});
