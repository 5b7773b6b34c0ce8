import type { Speech } from './languages.ts';
import type { Colours, Terminal } from './terminal.ts';

/** What every command is handed. */
export type Context = { readonly terminal: Terminal; readonly speech: Speech; readonly colours: Colours };
