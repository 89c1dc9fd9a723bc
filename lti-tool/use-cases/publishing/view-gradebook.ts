import type { Enrolment } from '../enrolment-ports.ts';
import type { Stores } from '../ports.ts';
import { columnKeyOf, unpublishedColumn } from './publication.ts';
import { scoreStateOf } from './score-state.ts';

/** What the LMS gradebook shows of an enrolment as a whole, for the learner and whoever works with them. */
export async function viewGradebook({ publishing }: Pick<Stores, 'publishing'>, enrolment: Enrolment) {
  const column = enrolment.publication.columns[columnKeyOf(null)] ?? unpublishedColumn;
  const { score = null, maximum = null } = column.found ?? {};
  const paused = await publishing.paused();
  return {
    state: scoreStateOf(enrolment, column),
    paused: paused.some(({ tenantId }) => tenantId === enrolment.tenantId),
    found: score === null ? null : { score, maximum },
  };
}
