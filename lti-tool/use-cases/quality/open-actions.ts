import type { EnrolmentId, EvidenceId, TenantId } from '../../../shared/domain/ids.ts';
import { earlier, type Instant } from '../../../shared/domain/instant.ts';
import type { EnrolmentOverview, Stores } from '../ports.ts';

/** An item on which an IQA asks an assessor for action. */
export type OpenAction = {
  readonly evidenceId: EvidenceId;
  readonly title: string;
  /** When the oldest of it was asked for. */
  readonly askedAt: Instant;
  readonly criteria: number;
};

/**
 * The actions of IQAs that nobody has answered yet, oldest first. A criterion that other evidence confirms needs nothing
 * more, so learners with nothing reopened are not even looked at.
 */
export async function openActions(
  stores: Pick<Stores, 'sampling'>,
  tenantId: TenantId,
  enrolments: readonly EnrolmentOverview[],
): Promise<Map<EnrolmentId, OpenAction[]>> {
  const found = new Map<EnrolmentId, OpenAction[]>();
  const reopened = enrolments.filter(({ progress }) => progress.counts.reopened > 0).map(({ id }) => id);
  if (reopened.length === 0) return found;
  for (const { id, enrolmentId, title, status, reopenings } of await stores.sampling.evidenceOf(tenantId, reopened)) {
    const askedAt = reopenings.reduce<Instant | null>((oldest, { at }) => earlier(oldest, at), null);
    if (status === 'withdrawn' || askedAt === null) continue;
    const action = { evidenceId: id, title, askedAt, criteria: reopenings.length };
    found.set(enrolmentId, [...(found.get(enrolmentId) ?? []), action]);
  }
  for (const actions of found.values()) actions.sort((a, b) => (a.askedAt < b.askedAt ? -1 : 1));
  return found;
}
