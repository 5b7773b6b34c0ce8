import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [
      'src/**/*.test.ts',
      'tests/unit/**/*.test.ts',
      'tests/crosscheck/**/*.test.ts',
      'tests/desk/**/*.test.ts',
    ],
    // Half a minute each: scrypt, which is slow on purpose; processes that fight over a folder; whole ledgers that go out
    // and come back. `npm run test:slow` runs them.
    exclude: [
      'tests/desk/password.test.ts',
      'src/ledger/store/folder.test.ts',
      'src/ledger/whole-ledger.test.ts',
      'tests/desk/events.test.ts',
    ],
    // Worker threads that a test starts (the ledger's store) are TypeScript too, and inherit this.
    execArgv: ['--import', new URL('./tools/typescript.mjs', import.meta.url).href],
    // Vitest leaves a core free; on a machine of two that is half of them (175 s with one worker).
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
