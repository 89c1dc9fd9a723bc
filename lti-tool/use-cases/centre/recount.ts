import type { Stores } from '../ports.ts';
import { refreshProgress } from '../refresh-progress.ts';

type Deps = { readonly stores: Pick<Stores, 'enrolments' | 'evidence' | 'qualifications' | 'centre' | 'extension'> };

/**
 * Counts the progress of every enrolment again whose centre asks for another number of evidence items now. The note of
 * it came in the same write as the setting and goes last, so that a crash anywhere here leaves the work to be done.
 * @returns how many enrolments were counted
 */
export async function sweepRecounts(deps: Deps): Promise<number> {
  let counted = 0;
  for (const due of await deps.stores.centre.recountsDue()) {
    let all = true;
    for (const id of await deps.stores.centre.enrolmentIds(due.tenantId)) {
      all = (await refreshProgress(deps, due.tenantId, id)) && all;
      counted += 1;
    }
    if (all) await deps.stores.centre.recounted(due);
  }
  return counted;
}
