import type { PersonId } from '../../../shared/domain/ids.ts';
import { Failure } from '../failure.ts';
import { namesOf } from '../names.ts';
import type { Stores } from '../ports.ts';
import type { Principal } from '../principal.ts';
import type { CentreChange, CentreSettings, ReadEntry } from './centre-record.ts';

type Deps = { readonly stores: Pick<Stores, 'centre' | 'people'> };

const most = 500;

/** Who changed roles, caseloads, settings and qualifications: newest first. For those who manage and those who check. */
export async function viewRecord({ stores }: Deps, principal: Principal) {
  if (!['manager', 'iqa', 'eqa'].includes(principal.role)) throw new Failure('roleNotAllowed');
  const { tenantId, contextId } = principal;
  const entries = await stores.centre.record(tenantId, contextId, most);
  const nameOf = await namesOf(stores, tenantId, entries.flatMap(peopleIn));
  const names = (ids: readonly PersonId[]): string[] => ids.map((id) => nameOf(id).name);
  return {
    entries: entries.map(({ byId, change, at, actingAs, origin, learnerIds }) => ({
      ...{ at, actingAs, origin, byName: byId && nameOf(byId).name },
      change: changeView(change, names, learnerIds),
    })),
  };
}

const peopleIn = ({ byId, change, learnerIds }: ReadEntry): PersonId[] => [
  ...(byId ? [byId] : []),
  ...learnerIds,
  ...(change.kind === 'role' ? [change.personId] : []),
  ...(change.kind === 'caseload' ? [...change.before, ...change.after] : []),
];

function changeView(
  change: CentreChange,
  names: (ids: readonly PersonId[]) => string[],
  learnerIds: readonly PersonId[],
) {
  switch (change.kind) {
    case 'role': {
      const { kind, before, after, personId } = change;
      return { kind, personName: names([personId]).join(), before, after };
    }
    case 'caseload': {
      const { kind, before, after } = change;
      return { kind, learners: names(learnerIds), before: names(before), after: names(after) };
    }
    case 'settings':
      return { kind: change.kind, before: settingsView(change.before), after: settingsView(change.after) };
    case 'qualification':
      return { ...change };
  }
}

const settingsView = ({ roleMapping, evidenceNeeded }: CentreSettings) => ({
  roleMapping: { ...roleMapping, groups: [...roleMapping.groups] },
  evidenceNeeded: { ...evidenceNeeded, qualifications: [...evidenceNeeded.qualifications] },
});
