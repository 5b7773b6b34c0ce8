export type { DateGiver, Dispatch, DispatchFormat, Noise, NoiseKind, Published } from './dispatch.ts';
export { type About, dispatchFrom } from './dispatch-from.ts';
export { DOSSIER_FILE, type DossierEntry, type DossierFile, readDossier } from './dossier.ts';
export { type Gathered, type GatherOptions, gather, type Intake } from './gather.ts';
export { languageTag } from './language.ts';
export { MOST_BYTES } from './problems.ts';
