import { type Clock, instantOf } from '../ports.ts';
import type { Principal } from '../principal.ts';
import type { CentreChange, RecordEntry } from './centre-record.ts';

/** The entry of a change that somebody makes now. */
export const entryBy = (principal: Principal, clock: Clock, change: CentreChange): RecordEntry => ({
  at: instantOf(clock),
  byId: principal.personId,
  actingAs: principal.role,
  origin: principal.origin,
  change,
});
