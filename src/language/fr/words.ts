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
  /** With each tag that was asked for: a chain, since nearly all have one or two. */
  tagged: TaggedWord | null;
};

/** A form with its tag. */
export type TaggedWord = FeatureWord & {
  readonly candidates: readonly number[];
  /** With each bundle that was asked for, a chain too. */
  bundled: Bundled | null;
  readonly next: TaggedWord | null;
};

/** A form with its tag and features. */
export type Bundled = TreeWord & {
  readonly lemma: string;
  readonly parser: ParserWord;
  readonly bundle: number;
  readonly next: Bundled | null;
};

export type WordParts = TagBounds & {
  readonly closed: ClosedClass;
  readonly lemmas: Lemmas;
  readonly features: FeatureTable;
};

/** The words of the language as its models see them. */
export class Words {
  readonly #parts: WordParts;
  readonly #known = new Memo<Word>(REMEMBERED);
  readonly #tagLists = new Map<number, readonly number[]>();

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
        allowed: this.#tagsIn(allowed),
        verb: verbFormOf(lower, lexicon),
        tagged: null,
      };
    });
  }

  /** The tags of a set of bits; words that may have the same share one list. */
  #tagsIn(bits: number): readonly number[] {
    const known = this.#tagLists.get(bits);
    if (known !== undefined) return known;
    const tags = UPOS.flatMap((_, tag) => ((bits >> tag) & 1 ? [tag] : []));
    this.#tagLists.set(bits, tags);
    return tags;
  }

  /** The word with a tag, by its index in `UPOS`. */
  tagged(word: Word, tag: number): TaggedWord {
    for (let known = word.tagged; known !== null; known = known.next) if (known.tag === tag) return known;
    const { lexicon, features } = this.#parts;
    const own = featureWord(word.lower, UPOS[tag]!, lexicon);
    word.tagged = { ...own, candidates: candidatesOf(features, own), bundled: null, next: word.tagged };
    return word.tagged;
  }

  /** The word with a tag and a bundle of features, by its index in the table's. */
  bundled(word: Word, tagged: TaggedWord, bundle: number): Bundled {
    for (let known = tagged.bundled; known !== null; known = known.next) if (known.bundle === bundle) return known;
    const { lexicon, closed, lemmas, features } = this.#parts;
    const feats = features.bundles[bundle]!;
    const { form, lower } = word;
    const lemma = lemmaOf({ form, lower, upos: tagged.upos, feats }, lexicon, closed, lemmas);
    const parser = parserWord(lower, tagged.tag, lemma, feats);
    tagged.bundled = { lower, upos: tagged.upos, lemma, feats, parser, bundle, next: tagged.bundled };
    return tagged.bundled;
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
