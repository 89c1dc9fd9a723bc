import type { EvidenceView, MeView } from '../../../../shared/api/views.ts';
import { columnOf } from '../../../../shared/domain/evidence.ts';
import { shortDate } from '../../parts/dates.ts';

/** Why the reader cannot tick anything here, or null where they can. */
export function readOnlyReason(
  evidence: EvidenceView,
  me: Pick<MeView, 'role' | 'person'>,
  now: number,
): string | null {
  if (evidence.may.tick !== null) return null;
  const { learner } = evidence;
  if (evidence.status === 'draft') return `${learner.givenName} has not submitted this yet.`;
  if (evidence.status === 'withdrawn') return `${learner.givenName} withdrew this. It does not count any more.`;
  const last = evidence.feedback.at(-1);
  const when = last ? ` by ${last.byName} on ${shortDate(last.at, now)}` : '';
  if (evidence.status === 'returned') return `Returned${when}. ${learner.givenName} changes it and submits it again.`;
  if (evidence.status === 'assessed' && evidence.reopened.length > 0)
    return 'The IQA reopened part of this. A qualified assessor confirms it again.';
  if (evidence.status === 'assessed') return `Review finished${when}. It cannot be changed any more.`;
  if (learner.id === me.person.id) return 'This is your own evidence, so another assessor has to decide on it.';
  if (columnOf(me.role) === null) return 'You can look at this; only assessors tick.';
  return 'You can look at this, but not tick here. A centre manager can change that.';
}
