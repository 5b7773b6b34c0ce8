export { type Desk, type DeskSettings, openDesk } from './listen.ts';
