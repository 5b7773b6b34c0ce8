import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

// Each model and list says where it came from and under what licence: its folder's CARD.md names it.

const data = fileURLToPath(new URL('../../data/', import.meta.url));
const folders = readdirSync(data, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'build') // code that makes data, not data
  .map(({ name }) => name);

/** `provinces/SY.json` is named by `provinces/XX.json`, since the card lists the countries beside it. */
const namedAs = (path: string): string => path.replace(/^provinces\/[A-Z]{2}\.json$/, 'provinces/XX.json');

for (const folder of folders)
  describe(folder, () => {
    const files = readdirSync(`${data}${folder}`, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => `${entry.parentPath}/${entry.name}`.replaceAll('\\', '/').split(`/${folder}/`).at(-1)!)
      .filter((path) => path !== 'CARD.md' && !path.startsWith('LICENSE'));
    const card = readFileSync(`${data}${folder}/CARD.md`, 'utf8');
    test('the card names a licence', () => expect(card).toMatch(/licen[cs]e/i));
    for (const file of files) test(`${file} has its card`, () => expect(card).toContain(`\`${namedAs(file)}\``));
  });

test('no file of data lies outside of a folder with a card', () => {
  const loose = readdirSync(data, { withFileTypes: true }).filter((entry) => entry.isFile());
  expect(loose.map(({ name }) => name)).toEqual([]);
});
