import { expect } from 'chai';
import { DuplicateRecord } from '../../../lti-tool/use-cases/lti-ports.ts';
import type { Centre } from '../../builders/tool/centre.ts';
import { openCentre } from '../../builders/tool/centre.ts';

describe('the stores', () => {
  let centre: Centre;
  before(async () => {
    centre = await openCentre();
  });
  after(() => centre.close());

  it('let exactly one of many writers of the same version win', async () => {
    const amelia = await centre.person('Amelia Hart', 'learner');
    const item = await centre.draft(amelia, ['201/1.1']);
    const { evidence } = centre.store.stores;
    const next = { ...item, title: 'Changed', version: item.version + 1 };
    const wins = await Promise.all(Array.from({ length: 10 }, () => evidence.replace(next, item.version)));
    expect(wins.filter(Boolean).length).to.equal(1);
  });

  it('give back an evidence item exactly as it was written', async () => {
    const amelia = await centre.person('Amelia Hart', 'learner');
    const item = await centre.submitted(amelia, ['201/1.1', '201/1.2']);
    expect(await centre.store.stores.evidence.find(item.tenantId, item.id)).to.deep.equal(item);
  });

  it('find nothing under another tenant, whatever the id', async () => {
    const amelia = await centre.person('Amelia Hart', 'learner');
    const stranger = await centre.person('Amelia Hart', 'learner', {
      registrationId: 'registration-9',
      clientId: 'client-9',
    });
    const item = await centre.submitted(amelia, ['201/1.1']);
    const { evidence, enrolments, people, places, qualifications } = centre.store.stores;
    const { tenantId } = stranger;
    expect(await evidence.find(tenantId, item.id)).to.equal(null);
    expect(await evidence.ofEnrolment(tenantId, item.enrolmentId)).to.deep.equal([]);
    expect(await evidence.replace({ ...item, tenantId, version: item.version + 1 }, item.version)).to.equal(false);
    expect(await enrolments.find(tenantId, item.enrolmentId)).to.equal(null);
    expect(await enrolments.markStale(tenantId, item.enrolmentId)).to.equal(null);
    expect(await people.findMany(tenantId, [amelia.personId])).to.deep.equal([]);
    expect(await people.membership(tenantId, amelia.contextId, amelia.personId)).to.equal(null);
    expect(await places.findContext(tenantId, amelia.contextId)).to.equal(null);
    expect(await places.findLink(tenantId, amelia.linkId)).to.equal(null);
    expect(await places.chooseQualification(tenantId, amelia.linkId, item.qualificationId)).to.equal(null);
    expect(await qualifications.find(tenantId, item.qualificationId)).to.equal(null);
  });

  it('lease a due score to one of many publishers', async () => {
    const amelia = await centre.person('Amelia Lease', 'learner');
    const item = await centre.draft(amelia, ['201/1.1']);
    const { enrolments } = centre.store.stores;
    const enrolment = await enrolments.find(item.tenantId, item.enrolmentId);
    if (!enrolment) throw new Error('no enrolment');
    await enrolments.writeProgress(
      item.tenantId,
      item.enrolmentId,
      { ...enrolment.progress, confirmed: 1 },
      enrolment.staleMark,
      true,
    );
    const lease = (owner: string) =>
      enrolments.leaseDue({
        owner,
        now: '2026-11-23T09:00:10.000Z',
        until: '2026-11-23T09:01:00.000Z',
        farthest: '2026-11-23T09:02:00.000Z',
        quietSince: '2026-11-23T09:00:09.000Z',
        limit: 10,
        exceptTenants: [],
      });
    const leases = await Promise.all(Array.from({ length: 6 }, (_, index) => lease(`publisher-${index}`)));
    expect(leases.flat().filter((leased) => leased.id === item.enrolmentId).length).to.equal(1);
    expect(await enrolments.recordPublication(item.tenantId, item.enrolmentId, 'somebody else', {})).to.equal(false);
  });

  describe('records of the LTI edge', () => {
    it('refuse a second document under a unique key', async () => {
      const { records } = centre.store;
      await records.insert('launchState', { stateHash: 'n-1' });
      const fault = await records.insert('launchState', { stateHash: 'n-1' }).catch((error: unknown) => error);
      expect(fault).to.be.instanceOf(DuplicateRecord);
    });

    it('are taken by exactly one of many', async () => {
      const { records } = centre.store;
      await records.insert('launchState', { stateHash: 's-1', nonce: 'n' });
      const takes = await Promise.all(
        Array.from({ length: 8 }, () => records.take('launchState', { stateHash: 's-1' })),
      );
      expect(takes.filter((taken) => taken !== null)).to.deep.equal([{ stateHash: 's-1', nonce: 'n' }]);
    });

    it('keep every field, one named id and lists too', async () => {
      const { records } = centre.store;
      const document = { id: 'r-1', issuer: 'i', clientId: 'c', deploymentIds: ['7'] };
      await records.replace('registration', { issuer: 'i', clientId: 'c' }, document);
      expect(await records.find('registration', { issuer: 'i', clientId: 'c' })).to.deep.equal([document]);
    });

    it('are swept once they expired, and not before', async () => {
      const { records } = centre.store;
      const at = (iso: string) => new Date(iso);
      await records.insert('launchState', { stateHash: 'old', expiresAt: at('2026-01-01T00:00:00.000Z') });
      await records.insert('launchState', { stateHash: 'new', expiresAt: at('2026-01-03T00:00:00.000Z') });
      await records.sweep(at('2026-01-02T00:00:00.000Z'));
      expect(await records.find('launchState', { stateHash: 'old' })).to.deep.equal([]);
      expect((await records.find('launchState', { stateHash: 'new' })).length).to.equal(1);
    });

    it('are replaced, changed and removed', async () => {
      const { records } = centre.store;
      await records.replace(
        'platform',
        { platformUrl: 'u', clientId: 'c' },
        { platformUrl: 'u', clientId: 'c', kid: 'k', name: 'one' },
      );
      await records.replace(
        'platform',
        { platformUrl: 'u', clientId: 'c' },
        { platformUrl: 'u', clientId: 'c', kid: 'k', name: 'two' },
      );
      await records.modify('platform', { kid: 'k' }, { active: true });
      expect(await records.find('platform', { kid: 'k' })).to.deep.equal([
        { platformUrl: 'u', clientId: 'c', kid: 'k', name: 'two', active: true },
      ]);
      expect(await records.remove('platform', { kid: 'k' })).to.equal(1);
    });
  });
});
