import { config } from 'zod';

// zod compiles its checks with `new Function` where it can. The page's rules forbid that, and a browser reports each try:
// so it is told not to, before any schema of the contract is made. This module must stay the first that `main.ts` imports.
config({ jitless: true });
