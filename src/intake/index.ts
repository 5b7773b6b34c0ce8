export type { DateGiver, Dispatch, DispatchFormat, Noise, NoiseKind, Published } from './dispatch.ts';
