export { openFrench } from './fr/engine.ts';
export { openGivenNames } from './fr/given-names.ts';
export {
  type Analysis,
  type LanguageEngine,
  NAME_KINDS,
  type Name,
  type NameKind,
  type Sentence,
  type Token,
  UPOS,
  type Upos,
} from './sentence.ts';
export { ancestorsOf, dependents, isRelation, spanOf, subtree } from './tree.ts';
