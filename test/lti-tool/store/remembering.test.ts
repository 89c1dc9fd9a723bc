import { expect } from 'chai';
import { openStore, type Store } from '../../../lti-tool/store/store.ts';
import {
  type ContextId,
  type PersonId,
  parseId,
  type ResourceLinkId,
  type TenantId,
} from '../../../shared/domain/ids.ts';
import { defaultRoleMapping } from '../../../shared/domain/roles.ts';
import { openTestDatabase, type TestDatabase } from '../../builders/tool/database.ts';

const tenantId = parseId<TenantId>('tenant-1');
const member = { tenantId, contextId: parseId<ContextId>('context-1'), personId: parseId<PersonId>('person-1') };
const session = {
  ...member,
  tokenHash: 'hash-1',
  resourceLinkId: parseId<ResourceLinkId>('link-1'),
  locale: null,
  createdAt: '2026-11-23T09:00:00.000Z',
  expiresAt: '2026-11-23T17:00:00.000Z',
};
const context = { id: member.contextId, tenantId, lmsContextId: '2', title: 'Group A' };

const entry = {
  at: '2026-11-23T09:00:00.000Z',
  byId: null,
  actingAs: null,
  origin: 'panel',
  change: { kind: 'role', personId: member.personId, before: null, after: 'learner' },
} as const;

/** Two processes on one database: what one changes, the other may remember as it was for seconds and no longer. */
describe('what a store remembers of what it has just read', () => {
  let database: TestDatabase;
  let here: Store;
  let there: Store;
  const clock = { time: Date.parse('2026-11-23T09:00:00.000Z'), now: () => clock.time };
  const nowText = () => new Date(clock.time).toISOString();
  beforeEach(async () => {
    database = await openTestDatabase();
    [here, there] = [await openStore(database.url, clock), await openStore(database.url, clock)];
  });
  afterEach(async () => {
    await here.close();
    await there.close();
    await database.close();
  });

  it('lets an ended session go on for under two seconds elsewhere, and not at all here', async () => {
    await here.stores.sessions.insert(session);
    for (const { stores } of [here, there])
      expect(await stores.sessions.find('hash-1', nowText())).to.deep.equal(session);
    await here.stores.sessions.remove('hash-1');
    expect(await here.stores.sessions.find('hash-1', nowText())).to.equal(null);
    clock.time += 2_000;
    expect(await there.stores.sessions.find('hash-1', nowText())).to.equal(null);
  });
  it('ends a session that it remembers at its time', async () => {
    await here.stores.sessions.insert(session);
    await here.stores.sessions.find('hash-1', nowText());
    expect(await here.stores.sessions.find('hash-1', session.expiresAt)).to.equal(null);
  });
  it('sees a changed role at once here, and after two seconds elsewhere', async () => {
    const roleIn = async ({ stores }: Store) =>
      (await stores.people.membership(tenantId, member.contextId, member.personId))?.setRole;
    await here.stores.people.ensureMember(member);
    expect([await roleIn(here), await roleIn(there)]).to.deep.equal([null, null]);
    expect(await here.stores.centre.changeRole(member, null, 'learner', entry)).to.equal(true);
    expect(await roleIn(here)).to.equal('learner');
    clock.time += 2_000;
    expect(await roleIn(there)).to.equal('learner');
  });
  it('follows a changed role mapping at once here, and after two seconds elsewhere', async () => {
    const launch = { registrationId: 'r', issuer: 'i', clientId: 'c', deploymentId: '1', name: 'College' };
    await here.stores.tenants.ensure({ id: tenantId, ...launch, roleMapping: defaultRoleMapping });
    const named = async ({ stores }: Store) => (await stores.centre.roleMapping(tenantId)).assessorsMustBeNamed;
    expect([await named(here), await named(there)]).to.deep.equal([false, false]);
    const { evidenceNeeded } = await here.stores.centre.settings(tenantId);
    const settings = { roleMapping: { ...defaultRoleMapping, assessorsMustBeNamed: true }, evidenceNeeded };
    expect(await here.stores.centre.changeSettings(tenantId, 0, settings, entry, false)).to.equal(true);
    expect(await named(here)).to.equal(true);
    clock.time += 2_000;
    expect(await named(there)).to.equal(true);
  });
  it('never shows one tenant what it remembers of another', async () => {
    await here.stores.people.ensureMember(member);
    await here.stores.places.upsertContext(context);
    const other = parseId<TenantId>('tenant-2');
    const { people, places } = here.stores;
    expect(await people.membership(tenantId, member.contextId, member.personId)).not.to.equal(null);
    expect(await people.membership(other, member.contextId, member.personId)).to.equal(null);
    expect(await places.findContext(tenantId, member.contextId)).to.deep.equal(context);
    expect(await places.findContext(other, member.contextId)).to.equal(null);
  });
  it('writes a place again when a launch says something else, and back', async () => {
    const { places } = here.stores;
    for (const title of ['Group A', 'Group B', 'Group A', 'Group A']) {
      expect((await places.upsertContext({ ...context, title })).title).to.equal(title);
      expect((await places.findContext(tenantId, context.id))?.title).to.equal(title);
      clock.time += 5_000;
      expect((await there.stores.places.findContext(tenantId, context.id))?.title).to.equal(title);
    }
  });
  it('sees a person’s new name at once here', async () => {
    const { people } = here.stores;
    const person = { id: member.personId, tenantId, lmsUserId: '7', name: 'Tom', givenName: 'Tom' };
    await people.upsert(person);
    expect((await people.findMany(tenantId, [person.id]))[0]?.name).to.equal('Tom');
    await people.upsert({ ...person, name: 'Thomas' });
    expect((await people.findMany(tenantId, [person.id]))[0]?.name).to.equal('Thomas');
  });
  it('sweeps what expired', async () => {
    await here.stores.sessions.insert(session);
    await here.sweep(new Date(session.expiresAt));
    expect(await there.stores.sessions.find('hash-1', nowText())).to.equal(null);
  });
});
