import type { EvidenceNeeded } from '../../../shared/domain/evidence-needed.ts';
import { canonical } from '../../../shared/domain/history.ts';
import type { RoleMapping } from '../../../shared/domain/roles.ts';
import { Failure } from '../failure.ts';
import type { Clock, Stores } from '../ports.ts';
import type { Principal } from '../principal.ts';
import type { CentreSettings } from './centre-record.ts';
import { entryBy } from './entry-by.ts';
import { requireManager } from './require-manager.ts';

type Deps = { readonly stores: Pick<Stores, 'centre'>; readonly clock: Clock };

/** The centre's settings, and the qualifications for which it may ask for other numbers of evidence items. */
export async function viewSettings({ stores }: Deps, { tenantId, ...principal }: Principal) {
  requireManager({ tenantId, ...principal });
  const [{ roleMapping, evidenceNeeded, version, isRecounting }, qualifications] = await Promise.all([
    stores.centre.settings(tenantId),
    stores.centre.qualifications(tenantId),
  ]);
  return {
    version,
    isRecounting,
    roleMapping: { ...roleMapping, groups: [...roleMapping.groups] },
    evidenceNeeded: { ...evidenceNeeded, qualifications: [...evidenceNeeded.qualifications] },
    qualifications: qualifications.map(({ id, number, title, version: edition }) => ({
      ...{ id, number, title, version: edition },
    })),
  };
}

/**
 * Changes the settings that were shown. Roles are read by them from the next call on; where criteria need another number
 * of evidence items, all progress is counted again.
 * @throws Failure roleNotAllowed, notFound, conflict where somebody else changed them since
 */
export async function changeSettings(
  { stores, clock }: Deps,
  principal: Principal,
  wish: { readonly version: number; readonly roleMapping: RoleMapping; readonly evidenceNeeded: EvidenceNeeded },
): Promise<void> {
  requireManager(principal);
  const { tenantId } = principal;
  const [now, qualifications] = await Promise.all([
    stores.centre.settings(tenantId),
    stores.centre.qualifications(tenantId),
  ]);
  const known = new Set(qualifications.map(({ id }) => id));
  if (wish.evidenceNeeded.qualifications.some(({ qualificationId }) => !known.has(qualificationId)))
    throw new Failure('notFound');
  const before: CentreSettings = { roleMapping: now.roleMapping, evidenceNeeded: now.evidenceNeeded };
  const after: CentreSettings = { roleMapping: wish.roleMapping, evidenceNeeded: wish.evidenceNeeded };
  if (canonical(before) === canonical(after)) return;
  const recount = canonical(before.evidenceNeeded) !== canonical(after.evidenceNeeded);
  const entry = entryBy(principal, clock, { kind: 'settings', before, after });
  if (!(await stores.centre.changeSettings(tenantId, wish.version, after, entry, recount)))
    throw new Failure('conflict');
}
