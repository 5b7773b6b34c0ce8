import type { Context } from '../context.ts';
import type { DossierOptions } from '../settings.ts';

export type DeskOptions = DossierOptions & { readonly port?: number; readonly open: boolean };

export async function desk(_options: DeskOptions, _context: Context): Promise<number> {
  return 0;
}

export async function demo(_options: DeskOptions, _context: Context): Promise<number> {
  return 0;
}
