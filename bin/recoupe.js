#!/usr/bin/env node
// The command line, as it was built into dist/ (`npm install` builds it in a checkout).
import { existsSync } from 'node:fs';

const main = new URL('../dist/cli/main.js', import.meta.url);
if (existsSync(main)) {
  await (await import(main.href)).main();
} else {
  console.error(
    'Recoupe is not built: dist/cli/main.js is missing. In a checkout, run “npm install” (or “npm run build”) first.',
  );
  process.exitCode = 2;
}
