// How well dispatches of one origin are told: node --import ./tools/typescript.mjs bench/origins.ts [--keep]
// The pairs are those of cases/origins, made by somebody who does not know the method. Of those whose half is `held` only
// the counts are printed, so that nobody reads them while the method changes.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { originsOf } from '../src/crosscheck/index.ts';
import { dossierOf, world } from '../tests/crosscheck/sample-dossier.ts';

type Text = { readonly text: string; readonly outlet?: string; readonly published?: string };
type Pair = {
  readonly id: string;
  readonly a: Text | string;
  readonly b: Text | string;
  readonly sameOrigin: boolean;
  readonly how?: string;
  readonly half: 'read' | 'held';
};

const folder = fileURLToPath(new URL('../cases/origins/', import.meta.url));
const pairs = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .flatMap((name) => JSON.parse(readFileSync(`${folder}${name}`, 'utf8')) as Pair[]);

function isFolded({ a, b }: Pair): boolean {
  const printed = [a, b].map((side, at) => {
    const { text, outlet, published } = typeof side === 'string' ? ({ text: side } as Text) : side;
    return { id: 'ab'[at]!, text, publisher: outlet ?? `Journal ${at}`, ...(published ? { published } : {}) };
  });
  const { groupOf } = originsOf(dossierOf(printed), world);
  return groupOf.get('a') === groupOf.get('b');
}

function measure(half: Pair['half']) {
  const own = pairs.filter((pair) => pair.half === half).map((pair) => ({ pair, folded: isFolded(pair) }));
  const count = (same: boolean, folded: boolean): number =>
    own.filter((one) => one.pair.sameOrigin === same && one.folded === folded).length;
  const [found, wrong, missed] = [count(true, true), count(false, true), count(true, false)];
  if (half === 'read')
    for (const { pair, folded } of own)
      if (folded !== pair.sameOrigin) console.log(`${folded ? 'WRONG ' : 'MISSED'} ${pair.id} (${pair.how ?? ''})`);
  const f1 = found === 0 ? 0 : (2 * found) / (2 * found + wrong + missed);
  return { pairs: own.length, found, wrong, missed, f1: Math.round(f1 * 1000) / 10 };
}

const result = { read: measure('read'), held: measure('held') };
console.log(JSON.stringify(result));
if (process.argv.includes('--keep'))
  writeFileSync(
    fileURLToPath(new URL('results/origins.json', import.meta.url)),
    `${JSON.stringify({ date: new Date().toISOString().slice(0, 10), command: 'bench/origins.ts', ...result }, null, 2)}\n`,
  );
