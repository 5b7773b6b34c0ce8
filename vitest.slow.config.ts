import { defineConfig } from 'vitest/config';

/** What takes minutes or a server: programs killed in the midst of adding, a full disk, PostgreSQL. */
export default defineConfig({
  test: {
    include: [
      'tests/ledger/**/*.test.ts',
      'tests/fuzz/**/*.test.ts',
      'tests/package/**/*.test.ts',
      'tests/desk/password.test.ts',
      'tests/desk/events.test.ts',
      'src/ledger/store/folder.test.ts',
      'src/ledger/whole-ledger.test.ts',
    ],
    execArgv: ['--import', new URL('./tools/typescript.mjs', import.meta.url).href],
    testTimeout: 120_000,
    // Each suite starts programs of its own; two at once already fill a small machine.
    maxWorkers: 2,
  },
});
