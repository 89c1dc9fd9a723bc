import { Failure } from '../failure.ts';
import type { Principal } from '../principal.ts';

/** @throws Failure roleNotAllowed for anybody but a centre manager */
export function requireManager(principal: Principal): void {
  if (principal.role !== 'manager') throw new Failure('roleNotAllowed');
}
