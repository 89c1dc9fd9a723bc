import type { EnrolmentId, EvidenceId } from '../../../shared/domain/ids.ts';
import { earlier, type Instant } from '../../../shared/domain/instant.ts';
import { underAction } from '../../../shared/domain/sampling.ts';
import type { EnrolmentOverview } from '../enrolment-ports.ts';
import type { Stores } from '../ports.ts';
import type { Principal } from '../principal.ts';

/** An item on which an IQA asks an assessor for action. */
export type OpenAction = {
  readonly evidenceId: EvidenceId;
  readonly title: string;
  /** When the oldest of it was asked for. */
  readonly askedAt: Instant;
  readonly criteria: number;
  /** Of confirmations that the asker made. */
  readonly yours: boolean;
};

/**
 * The actions of IQAs that nobody has answered yet, oldest first. A criterion that other evidence confirms needs nothing
 * more, so learners with nothing reopened are not even looked at.
 */
export async function openActions(
  stores: Pick<Stores, 'sampling'>,
  { tenantId, personId }: Pick<Principal, 'tenantId' | 'personId'>,
  enrolments: readonly EnrolmentOverview[],
): Promise<Map<EnrolmentId, OpenAction[]>> {
  const found = new Map<EnrolmentId, OpenAction[]>();
  const reopened = enrolments.filter(({ progress }) => progress.counts.reopened > 0).map(({ id }) => id);
  if (reopened.length === 0) return found;
  for (const item of await stores.sampling.evidenceOf(tenantId, reopened)) {
    const { id, enrolmentId, title, status, reopenings } = item;
    const asked = underAction(item);
    const askedAt = reopenings.reduce<Instant | null>((oldest, { at }) => earlier(oldest, at), null);
    if (status === 'withdrawn' || askedAt === null) continue;
    const yours = reopenings.some(({ criterionId }) =>
      asked
        .get(criterionId)
        ?.confirmations.some((each) => each.criterionId === criterionId && each.confirmedById === personId),
    );
    const action = { evidenceId: id, title, askedAt, criteria: reopenings.length, yours };
    found.set(enrolmentId, [...(found.get(enrolmentId) ?? []), action]);
  }
  for (const actions of found.values()) actions.sort((a, b) => (a.askedAt < b.askedAt ? -1 : 1));
  return found;
}
