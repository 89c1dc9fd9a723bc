import type { EvidenceView, MeView } from '../../../../shared/api/views.ts';
import { columnOf } from '../../../../shared/domain/evidence.ts';
import { reviewTexts } from '../../../../shared/texts/review.ts';
import { shortDate } from '../../parts/dates.ts';

/** Why the reader cannot tick anything here, or null where they can. */
export function readOnlyReason(
  evidence: EvidenceView,
  me: Pick<MeView, 'role' | 'person'>,
  now: number,
): string | null {
  if (evidence.may.tick !== null) return null;
  const { learner } = evidence;
  const words = reviewTexts.readOnly;
  if (evidence.status === 'draft') return words.draft(learner.givenName);
  if (evidence.status === 'withdrawn') return words.withdrawn(learner.givenName);
  const last = evidence.feedback.findLast(({ outcome }) => outcome !== 'notMet');
  const by = last ? words.by(last.byName, shortDate(last.at, now)) : '';
  if (evidence.status === 'returned') return words.returned(by, learner.givenName);
  if (evidence.status === 'assessed' && evidence.reopened.length > 0) return words.reopened;
  if (evidence.status === 'assessed') return words.finished(by);
  if (learner.id === me.person.id) return words.own;
  return columnOf(me.role) === null ? words.noAssessor : words.notHere;
}
