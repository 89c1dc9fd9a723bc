import type { CriterionStandingView, EnrolmentView } from '../../../shared/api/views.ts';
import { explain, type Reader } from '../../../shared/texts/explain.ts';

type Work = Pick<EnrolmentView, 'learner' | 'assessors' | 'evidenceNeeded'>;

/** R7: the plain answer to "why is this not showing?", in the reader's language and in words fit for them. */
export function whyOf(
  { standing, byName, confirmations }: CriterionStandingView,
  { learner, assessors, evidenceNeeded }: Work,
  reader: Reader,
): string {
  const names = {
    learner: learner.givenName,
    assessor: assessors[0]?.name ?? null,
    trainee: standing === 'awaitingCountersign' ? byName : null,
  };
  return explain(standing, reader, names, { confirmations, needed: evidenceNeeded });
}
