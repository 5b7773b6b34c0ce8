// Lets Node 20 run our TypeScript as it stands, for benches, training and worker threads of the tests:
//   node --import ./tools/typescript.mjs bench/read.ts
// What ships is compiled by `npm run build`; nothing under src/ knows of this file.
import { readFile } from 'node:fs/promises';
import { register } from 'node:module';
import { fileURLToPath } from 'node:url';
import { isMainThread } from 'node:worker_threads';

if (isMainThread || !globalThis[Symbol.for('recoupe.typescript')]) {
  globalThis[Symbol.for('recoupe.typescript')] = true;
  register(import.meta.url);
}

export async function load(url, context, next) {
  if (!url.startsWith('file:') || !url.endsWith('.ts')) return next(url, context);
  const { default: ts } = await import('typescript');
  const source = await readFile(fileURLToPath(url), 'utf8');
  const { outputText } = ts.transpileModule(source, {
    fileName: fileURLToPath(url),
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2023, inlineSourceMap: true },
  });
  return { format: 'module', shortCircuit: true, source: outputText };
}
