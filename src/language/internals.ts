/** What training needs of this room and nobody else: `training/` and the room share one feature extractor. */
export { allowedTags, closedTagsOf, openSettled, type SettledTags, type TagBounds } from './fr/allowed-tags.ts';
export { type BoundaryWord, boundaryFeatures, boundaryWord, MOST_BOUNDARY_FEATURES, mayEnd } from './fr/boundary.ts';
export {
  candidatesOf,
  type FeatureFile,
  type FeatureTable,
  type FeatureWord,
  featureFeatures,
  featuresOf,
  featureWord,
  MOST_FEATURE_FEATURES,
  openFeatures,
} from './fr/features.ts';
export { Lexicon } from './fr/lexicon.ts';
export { type ClosedClass, type Lemmas, lemmaOf } from './fr/morphology.ts';
export { isSureName, keysOf, MOST_NAME_FEATURES, NAME_CLASSES, NameFilter, nameFeatures, runsOf } from './fr/names.ts';
export { attachRelatives, type TreeWord } from './fr/relatives.ts';
export { splitSentences } from './fr/sentences.ts';
export { type Abbreviations, splitTokens } from './fr/tokens.ts';
export { lookAt, PARSER_FEATURES, type ParserWord, parserFeatures, parserWord } from './parser/features.ts';
export { type ParserModels, parseWith, ROOT_TAG, TAGS } from './parser/parse.ts';
export { LEFT, type Move, ParserState, RIGHT, SHIFT } from './parser/transitions.ts';
export { UPOS, type Upos } from './sentence.ts';
export { TAG_FEATURES, tagFeatures, traitsOf, type WordTraits } from './tagger/features.ts';
export { LinearModel } from './tagger/perceptron.ts';
