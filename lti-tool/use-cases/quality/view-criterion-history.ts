import { criterionHistory } from '../../../shared/domain/criterion-history.ts';
import type { CriterionId, EnrolmentId } from '../../../shared/domain/ids.ts';
import { namesOf } from '../names.ts';
import type { Crypto, Stores } from '../ports.ts';
import { maySee, type Principal, visibleEnrolment } from '../principal.ts';
import { recordCheck } from './record-check.ts';

type Deps = { readonly stores: Stores; readonly crypto: Crypto };

/**
 * Everything that happened to a criterion of a learner, with the check of each record it stands in (R11). Items are in the
 * order in which the criterion first came up. A learner is not told what IQA and assessor wrote to each other.
 */
export async function viewCriterionHistory(
  deps: Deps,
  principal: Principal,
  enrolmentId: EnrolmentId,
  criterionId: CriterionId,
) {
  const { stores, crypto } = deps;
  const { tenantId } = principal;
  const enrolment = await visibleEnrolment(stores, principal, enrolmentId);
  const outlines = await stores.evidence.ofEnrolment(tenantId, enrolment.id);
  const whole = await Promise.all(
    outlines.filter((item) => maySee(principal, item)).map(({ id }) => stores.evidence.find(tenantId, id)),
  );
  const told = whole
    .filter((item) => item !== null)
    .map((item) => ({ item, entries: criterionHistory(item, criterionId) }))
    .filter(({ entries }) => entries.length > 0)
    .sort((a, b) => ((a.entries[0]?.at ?? '') < (b.entries[0]?.at ?? '') ? -1 : 1));
  const nameOf = await namesOf(stores, tenantId, [
    enrolment.learnerId,
    ...told.flatMap(({ entries }) => entries.map((entry) => entry.byId)),
  ]);
  const wordsFor = (what: (typeof told)[number]['entries'][number]['what']) =>
    what.kind === 'sample' && principal.role === 'learner' ? { ...what, feedback: '' } : what;
  return {
    learner: nameOf(enrolment.learnerId),
    items: told.map(({ item, entries }) => ({
      evidenceId: item.id,
      title: item.title,
      entries: entries.map(({ byId, what, ...entry }) => ({
        ...entry,
        byName: nameOf(byId).name,
        what: wordsFor(what),
      })),
      record: recordCheck(item, crypto),
    })),
  };
}
