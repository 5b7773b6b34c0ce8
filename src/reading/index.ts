export {
  CLAIM_TYPES,
  type Claim,
  type ClaimPlace,
  type ClaimQuantity,
  type ClaimType,
  MODALITIES,
  type Modality,
  type PlaceCandidate,
  POLARITIES,
  type Polarity,
} from './claim.ts';
export { type ContractReading, parseReadings, readingFor } from './contract.ts';
export type { DispatchReading, ReaderVersions } from './dispatch-reading.ts';
export type { Parties, PartyMatch } from './parties/parties.ts';
export { openParties } from './parties/parties.ts';
export type { Party } from './parties/party.ts';
export type { Gazetteer, NearPlace } from './places/gazetteer.ts';
export { openGazetteer } from './places/gazetteer.ts';
export { PLACE_KINDS, type Place, type PlaceKind } from './places/place.ts';
export { openReader, type Reader } from './reader.ts';
export { ACTS, type Act, type Mention, MODES, type Mode, type Statement } from './statement.ts';
export { openTimes } from './times/open-times.ts';
export type { TimeExpression, TimexMod, TimexType } from './times/time.ts';
