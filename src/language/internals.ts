/** What training needs of this room and nobody else: `training/` and the room share one feature extractor. */
export { allowedTags } from './fr/allowed-tags.ts';
export { Lexicon } from './fr/lexicon.ts';
export { type ClosedClass, morphologyOf } from './fr/morphology.ts';
export { MOST_PARSER_FEATURES, type ParserWord, parserFeatures, parserWord } from './parser/features.ts';
export { parseWith } from './parser/parse.ts';
export { LEFT, type Move, ParserState, RIGHT, SHIFT } from './parser/transitions.ts';
export { UPOS, type Upos } from './sentence.ts';
export { MOST_FEATURES, tagFeatures, traitsOf, type WordTraits } from './tagger/features.ts';
export { LinearModel } from './tagger/perceptron.ts';
