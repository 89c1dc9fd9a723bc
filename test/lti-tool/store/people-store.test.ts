import { expect } from 'chai';
import { type ContextId, type PersonId, parseId, type TenantId } from '../../../shared/domain/ids.ts';
import { openTestStore, type TestStore } from '../../builders/tool/database.ts';

const tenantId = parseId<TenantId>('tenant-1');
const contextId = parseId<ContextId>('context-1');
const member = (name: string) => ({ tenantId, contextId, personId: parseId<PersonId>(name) });

describe('who does not act as a learner in a context', () => {
  let store: TestStore;

  before(async () => {
    store = await openTestStore();
    const { people } = store.stores;
    await people.recordLaunchRole(member('amelia'), 'learner');
    await people.recordLaunchRole(member('tessa'), 'assessor');
    // A teacher who launched as a student once, and a learner whom the LMS calls a teacher.
    await people.recordLaunchRole(member('max'), 'learner');
    await people.setRole(member('max'), 'manager');
    await people.recordLaunchRole(member('kwame'), 'assessor');
    await people.setRole(member('kwame'), 'learner');
    await people.setRole(member('nobody'), null);
    await people.recordLaunchRole({ ...member('elsewhere'), contextId: parseId<ContextId>('context-2') }, 'assessor');
  });
  after(() => store.close());

  it('is everybody whose strongest role is another, or who has none', async () => {
    const others = await store.stores.people.othersOf(tenantId, contextId);
    expect(others.map(({ personId }) => personId).sort()).to.deep.equal(['max', 'nobody', 'tessa']);
  });
});
