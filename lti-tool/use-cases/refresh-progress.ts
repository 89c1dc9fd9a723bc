import type { Evidence } from '../../shared/domain/evidence.ts';
import { evidenceNeededFor } from '../../shared/domain/evidence-needed.ts';
import { canonical } from '../../shared/domain/history.ts';
import type { EnrolmentId, TenantId } from '../../shared/domain/ids.ts';
import { type Progress, progressOf } from '../../shared/domain/progress.ts';
import { criteriaOfUnits, criteriaUnder } from '../../shared/domain/qualification.ts';
import type { Enrolment } from './enrolment-ports.ts';
import { found } from './failure.ts';
import type { Stores } from './ports.ts';

type Deps = { readonly stores: Pick<Stores, 'enrolments' | 'evidence' | 'qualifications' | 'extension' | 'centre'> };

/** Progress recomputed from an enrolment's evidence as it is now. */
export async function computeProgress(deps: Deps, enrolment: Enrolment): Promise<Progress> {
  const { tenantId, id, qualificationId, unitRefs } = enrolment;
  const qualification = found(await deps.stores.qualifications.find(tenantId, qualificationId));
  const [items, { evidenceNeeded }] = await Promise.all([
    deps.stores.evidence.ofEnrolment(tenantId, id),
    deps.stores.centre.settings(tenantId),
  ]);
  const chosen = new Set(criteriaOfUnits(qualification, unitRefs).map((criterion) => criterion.id));
  return progressOf(
    criteriaUnder(qualification).map((criterion) => criterion.id),
    chosen,
    items,
    evidenceNeededFor(evidenceNeeded, qualificationId),
  );
}

const attempts = 5;

/** Recomputes and writes; false where changes of others never ended, or the enrolment is gone. */
export async function refreshProgress(deps: Deps, tenantId: TenantId, id: EnrolmentId): Promise<boolean> {
  await deps.stores.enrolments.markStale(tenantId, id);
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const enrolment = await deps.stores.enrolments.find(tenantId, id);
    if (enrolment === null) return false;
    const progress = await computeProgress(deps, enrolment);
    const { confirmed, total } = enrolment.progress;
    const scoreChanged = progress.confirmed !== confirmed || progress.total !== total;
    if (!(await deps.stores.enrolments.writeProgress(tenantId, id, progress, enrolment.staleMark, scoreChanged)))
      continue;
    // Before the item is noted as counted, so that after a crash here the sweeper tells the badges too.
    await deps.stores.extension.raiseRevision(tenantId, enrolment.contextId);
    return true;
  }
  return false;
}

/**
 * Brings progress up to date with an item that was just written, and notes in the item that it is. The mark comes after
 * the write and before the evidence is read: whoever computed progress without this item cannot write it any more.
 * What a crash leaves undone anywhere here, the sweeper finds by the note that is missing.
 */
export async function countEvidence(deps: Deps, item: Evidence): Promise<void> {
  if (await refreshProgress(deps, item.tenantId, item.enrolmentId))
    await deps.stores.evidence.markCounted(item.tenantId, item.id, item.version);
}

/** Finishes what a crash between writing evidence and writing progress left. Returns how many items were mended. */
export async function sweepUncounted(deps: Deps): Promise<number> {
  const left = await deps.stores.evidence.uncounted(100);
  for (const item of left) await countEvidence(deps, item);
  return left.length;
}

/** Recomputes every enrolment and names those whose kept progress differs: there must be none. */
export async function verifyProgress(deps: Deps): Promise<EnrolmentId[]> {
  const different: EnrolmentId[] = [];
  await deps.stores.enrolments.each(async (enrolment) => {
    const progress = await computeProgress(deps, enrolment);
    if (canonical(progress) !== canonical(enrolment.progress)) different.push(enrolment.id);
  });
  return different;
}
