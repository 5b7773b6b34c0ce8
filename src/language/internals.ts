/** What training needs of this room and nobody else: `training/` and the room share one feature extractor. */
export { Lexicon } from './fr/lexicon.ts';
export { UPOS } from './sentence.ts';
export { MOST_FEATURES, tagFeatures, traitsOf, type WordTraits } from './tagger/features.ts';
export { LinearModel } from './tagger/perceptron.ts';
