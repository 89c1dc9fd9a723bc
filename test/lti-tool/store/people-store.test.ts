import { expect } from 'chai';
import { type ContextId, type PersonId, parseId, type TenantId } from '../../../shared/domain/ids.ts';
import type { Role } from '../../../shared/domain/roles.ts';
import { openTestStore, type TestStore } from '../../builders/tool/database.ts';

const tenantId = parseId<TenantId>('tenant-1');
const contextId = parseId<ContextId>('context-1');
const at = '2026-11-23T09:00:00.000Z';
const launched = (role: Role | null) => ({ role, groups: [], at });
const member = (name: string) => ({ tenantId, contextId, personId: parseId<PersonId>(name) });

describe('who does not act as a learner in a context', () => {
  let store: TestStore;

  before(async () => {
    store = await openTestStore();
    const { people, centre } = store.stores;
    const setRole = async (name: string, role: Role) => {
      const change = { kind: 'role', personId: member(name).personId, before: null, after: role } as const;
      const entry = { at, byId: null, actingAs: null, origin: 'system', change } as const;
      await centre.changeRole(member(name), null, role, entry);
    };
    await people.recordLaunch(member('amelia'), launched('learner'));
    await people.recordLaunch(member('tessa'), launched('assessor'));
    // A teacher who launched as a student once, and a learner whom the LMS calls a teacher.
    await people.recordLaunch(member('max'), launched('learner'));
    await setRole('max', 'manager');
    await people.recordLaunch(member('kwame'), launched('assessor'));
    await setRole('kwame', 'learner');
    await people.ensureMember(member('nobody'));
    await people.recordLaunch(
      { ...member('elsewhere'), contextId: parseId<ContextId>('context-2') },
      launched('assessor'),
    );
  });
  after(() => store.close());

  it('is everybody whose strongest role is another, or who has none', async () => {
    const others = await store.stores.people.othersOf(tenantId, contextId);
    expect(others.map(({ personId }) => personId).sort()).to.deep.equal(['max', 'nobody', 'tessa']);
  });
});
