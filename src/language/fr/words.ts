import { type ParserWord, parserWord } from '../parser/features.ts';
import { type Analysis, UPOS } from '../sentence.ts';
import { traitsOf, type WordTraits } from '../tagger/features.ts';
import { allowedTags, type TagBounds } from './allowed-tags.ts';
import { type BoundaryWord, boundaryWord } from './boundary.ts';
import { candidatesOf, type FeatureTable, type FeatureWord, featureWord } from './features.ts';
import type { Lexicon } from './lexicon.ts';
import { Memo } from './memo.ts';
import { type ClosedClass, type Lemmas, lemmaOf } from './morphology.ts';
import type { TreeWord } from './relatives.ts';

/** Forms that are remembered: some 40 MB at most. */
const REMEMBERED = 20_000;

/** All that is known of a form before its sentence is looked at, worked out once. */
export type Word = {
  readonly form: string;
  /** In lower case, the typographic apostrophe as `'`. */
  readonly lower: string;
  readonly boundary: BoundaryWord;
  readonly traits: WordTraits;
  /** The tags that it may have, by their index in `UPOS`. */
  readonly allowed: readonly number[];
  /** An infinitive and nothing else, or a finite form among others, by the lexicon. */
  readonly verb: 'finite' | 'infinitive' | null;
  /** By tag, and by bundle of features, as they are asked for. */
  readonly tagged: (TaggedWord | undefined)[];
};

/** A form with its tag. */
export type TaggedWord = FeatureWord & { readonly candidates: readonly number[]; readonly bundled: Bundled[] };

/** A form with its tag and features. */
export type Bundled = TreeWord & { readonly lemma: string; readonly parser: ParserWord };

export type WordParts = TagBounds & {
  readonly closed: ClosedClass;
  readonly lemmas: Lemmas;
  readonly features: FeatureTable;
};

/** The words of the language as its models see them. */
export class Words {
  readonly #parts: WordParts;
  readonly #known = new Memo<Word>(REMEMBERED);

  constructor(parts: WordParts) {
    this.#parts = parts;
  }

  of(text: string): Word {
    return this.#known.of(text, (form) => {
      const { lexicon } = this.#parts;
      const lower = form.toLowerCase().replace(/[’‘ʼ]/gu, "'");
      const mask = lexicon.mask(lower);
      const allowed = allowedTags(form, lower, this.#parts);
      return {
        form,
        lower,
        boundary: boundaryWord(form, lexicon),
        traits: traitsOf(form, lower, mask, form === lower ? 0 : lexicon.mask(form)),
        allowed: UPOS.flatMap((_, tag) => ((allowed >> tag) & 1 ? [tag] : [])),
        verb: verbFormOf(lower, lexicon),
        tagged: [],
      };
    });
  }

  /** The word with a tag, by its index in `UPOS`. */
  tagged(word: Word, tag: number): TaggedWord {
    const known = word.tagged[tag];
    if (known !== undefined) return known;
    const { lexicon, features } = this.#parts;
    const own = featureWord(word.lower, UPOS[tag]!, lexicon);
    const made = { ...own, candidates: candidatesOf(features, own), bundled: [] };
    word.tagged[tag] = made;
    return made;
  }

  /** The word with a tag and a bundle of features, by its index in the table's. */
  bundled(word: Word, tagged: TaggedWord, bundle: number): Bundled {
    const known = tagged.bundled[bundle];
    if (known !== undefined) return known;
    const { lexicon, closed, lemmas, features } = this.#parts;
    const feats = features.bundles[bundle]!;
    const { form, lower } = word;
    const lemma = lemmaOf({ form, lower, upos: tagged.upos, feats }, lexicon, closed, lemmas);
    const made = { lower, upos: tagged.upos, lemma, feats, parser: parserWord(lower, tagged.tag, lemma, feats) };
    tagged.bundled[bundle] = made;
    return made;
  }
}

function verbFormOf(lower: string, lexicon: Lexicon): Word['verb'] {
  const taken = lexicon.lookup(lower);
  if (taken.some(({ upos, feats }) => upos === 'VERB' && /VerbForm=Fin/.test(feats))) return 'finite';
  const isInfinitive = ({ feats }: Analysis): boolean => /VerbForm=Inf/.test(feats);
  // « avoir » and « être » are nouns too, and seldom
  return taken.some((one) => isInfinitive(one) && (one.upos === 'AUX' || taken.every(isInfinitive)))
    ? 'infinitive'
    : null;
}
