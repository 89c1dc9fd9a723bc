import type { ContextId, PersonId, TenantId } from '../../shared/domain/ids.ts';
import type { ReadEntry, RecordEntry } from '../use-cases/centre/centre-record.ts';
import type { Models } from './models.ts';

const written = { record: { $exists: true } };

/**
 * The centre's record, gathered from the documents that it tells of, newest first. The same change of many learners'
 * assessors is one entry.
 */
export async function readRecord(
  { tenants, memberships, enrolments, qualifications }: Models,
  tenantId: TenantId,
  contextId: ContextId,
  limit: number,
): Promise<ReadEntry[]> {
  const [centre, roles, caseloads, imports] = await Promise.all([
    tenants
      .find({ _id: tenantId, ...written })
      .select('record')
      .lean(),
    memberships
      .find({ tenantId, contextId, ...written })
      .select('record')
      .lean(),
    enrolments
      .find({ tenantId, contextId, ...written })
      .select('record learnerId')
      .lean(),
    qualifications
      .find({ tenantId, ...written })
      .select('record')
      .lean(),
  ]);
  const single = [...centre, ...roles, ...imports].flatMap(({ record = [] }) =>
    record.map((entry): ReadEntry => ({ ...entry, learnerIds: [] })),
  );
  const ofLearners = caseloads.flatMap(({ record = [], learnerId }) => record.map((entry) => ({ entry, learnerId })));
  const all = [...single, ...together(ofLearners)];
  return all.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0)).slice(0, limit);
}

function together(found: ReadonlyArray<{ readonly entry: RecordEntry; readonly learnerId: PersonId }>): ReadEntry[] {
  const changes = new Map<string, RecordEntry & { readonly learnerIds: PersonId[] }>();
  for (const { entry, learnerId } of found) {
    const key = JSON.stringify([entry.at, entry.byId, entry.change]);
    const known = changes.get(key);
    if (known) known.learnerIds.push(learnerId);
    else changes.set(key, { ...entry, learnerIds: [learnerId] });
  }
  return [...changes.values()];
}
