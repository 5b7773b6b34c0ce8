import type { Accounts } from '../ledger/index.ts';
import { type Crosscheck, openRunningCheck } from './running-check.ts';
import type { World } from './world.ts';

/** Sets the accounts of a dossier against each other. A pure function of them: the order of arrival changes nothing. */
export function crosscheck(accounts: Accounts, world: World): Crosscheck {
  const check = openRunningCheck(world);
  check.put(accounts);
  return check.result();
}
