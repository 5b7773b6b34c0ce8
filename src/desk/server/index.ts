export { sourceOf } from './documents/claim.ts';
export { isContested } from './documents/findings.ts';
export { placesDocument } from './documents/places.ts';
export { questionDocument } from './documents/questions.ts';
export { type Desk, type DeskSettings, openDesk } from './listen.ts';
export { loadView, type View } from './view.ts';
