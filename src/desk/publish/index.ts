export { type Published, type PublishSettings, publishDossier } from './publish.ts';
