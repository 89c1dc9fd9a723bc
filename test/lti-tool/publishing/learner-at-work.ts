import type { Principal } from '../../../lti-tool/use-cases/principal.ts';
import { columnKeyOf, unpublishedColumn } from '../../../lti-tool/use-cases/publishing/publication.ts';
import { changeTicks } from '../../../lti-tool/use-cases/tick-evidence.ts';
import type { EnrolmentId, EvidenceId } from '../../../shared/domain/ids.ts';
import { type Centre, criterion } from '../../builders/tool/centre.ts';

/** A learner with one submitted item on which an assessor confirms. */
export async function learnerAtWork(centre: Centre, learner: Principal, assessor: Principal) {
  const item = await centre.submitted(learner, ['201/1.1']);
  const { tenantId, enrolmentId } = item;
  return {
    learner,
    enrolmentId: enrolmentId as EnrolmentId,
    evidenceId: item.id as EvidenceId,
    async confirm(...ids: string[]) {
      await changeTicks(centre.deps, assessor, item.id, { tick: ids.map(criterion), untick: [] });
    },
    async enrolment() {
      const enrolment = await centre.store.stores.enrolments.find(tenantId, enrolmentId);
      if (!enrolment) throw new Error('The enrolment is gone.');
      return enrolment;
    },
    async column(unitRef: string | null = null) {
      const { publication } = await this.enrolment();
      return publication.columns[columnKeyOf(unitRef)] ?? unpublishedColumn;
    },
  };
}
export type LearnerAtWork = Awaited<ReturnType<typeof learnerAtWork>>;
