import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'tests/unit/**/*.test.ts', 'tests/desk/**/*.test.ts'],
    // Worker threads that a test starts (the ledger's store) are TypeScript too, and inherit this.
    execArgv: ['--import', new URL('./tools/typescript.mjs', import.meta.url).href],
    testTimeout: 20_000,
  },
});
