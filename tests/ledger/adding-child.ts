// A program that adds dispatches with their readings until it has added so many or is stopped, and prints the id of each
// once the ledger has acknowledged it: node --import ./tools/typescript.mjs tests/ledger/adding-child.ts FOLDER NAME COUNT
import { writeSync } from 'node:fs';
import { openLedger } from '../../src/ledger/index.ts';
import { dispatchSample, readingSample } from './samples.ts';

const [folder, name, count] = process.argv.slice(2) as [string, string, string];

/** At once, so that what was printed has left the process when it is killed. */
const say = (line: string) => writeSync(1, `${line}\n`);

const ledger = await openLedger({ folder }, { author: name });
const dossier = await ledger.openDossier('Ensemble');
say(`dossier ${dossier.id}`);
for (let number = 1; number <= Number(count); number++) {
  const fort = `Le fort n° ${number} de ${name} est tenu`;
  const text = `${fort} par la milice, dit un guide. ${'Rien de plus. '.repeat(number % 50)}`;
  const added = await ledger.addDispatch(dossier.id, dispatchSample(text, { name: `${name}-${number}.txt` }));
  if (added.outcome === 'removed') throw new Error('removed');
  await ledger.putReading(dossier.id, added.dispatch.id, readingSample(text, { claims: [{ words: fort }] }));
  say(`added ${added.dispatch.id}`);
}
await ledger.close();
say('closed');
