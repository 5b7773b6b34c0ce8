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
export type { DispatchReading, ReaderVersions } from './dispatch-reading.ts';
export { ACTS, type Act, type Mention, MODES, type Mode, type Statement } from './statement.ts';
