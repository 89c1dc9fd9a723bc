import { expect } from 'chai';
import { RegistrationFault } from '../../../lti-tool/lti/registrations.ts';
import { memoryRecords } from '../../builders/lti/memory-records.ts';
import { type StartedEdge, startEdge } from '../../builders/lti/started-edge.ts';

const moodle = {
  name: 'College Moodle',
  issuer: 'https://moodle.example',
  clientId: 'client',
  authenticationUrl: 'https://moodle.example/mod/lti/auth.php',
  tokenUrl: 'https://moodle.example/mod/lti/token.php',
  jwksUrl: 'https://moodle.example/mod/lti/certs.php',
  deploymentIds: ['1', '2'],
  pageOrigins: ['https://learn.college.example'],
};

describe('registrations', () => {
  let started: StartedEdge;
  beforeEach(async () => {
    started = await startEdge({ allowLocalPlatforms: false });
  });
  afterEach(() => started.close());
  const fieldOf = async (changes: object) => {
    try {
      await started.edge.registrations.add({ ...moodle, ...changes });
      return 'none';
    } catch (error) {
      return error instanceof RegistrationFault ? error.field : String(error);
    }
  };

  it('are added, found, listed and removed', async () => {
    const { registrations } = started.edge;
    const added = await registrations.add(moodle);
    expect(added).to.deep.include(moodle);
    expect(added.id).to.match(/^[\w-]{22}$/);
    expect(await registrations.find(moodle.issuer, moodle.clientId)).to.deep.equal(added);
    expect(await registrations.find(moodle.issuer, 'other')).to.equal(null);
    expect(await registrations.list()).to.deep.equal([added]);
    expect(await registrations.remove(moodle.issuer, moodle.clientId)).to.equal(true);
    expect(await registrations.remove(moodle.issuer, moodle.clientId)).to.equal(false);
    expect(await registrations.list()).to.deep.equal([]);
  });
  it('work no more once removed: at once here, within five seconds in another process', async () => {
    const records = memoryRecords();
    const { clock } = started;
    const here = await startEdge({ records, clock, allowLocalPlatforms: false });
    const there = await startEdge({ records, clock, allowLocalPlatforms: false });
    const findIn = ({ edge }: StartedEdge) => edge.registrations.find(moodle.issuer, moodle.clientId);
    await here.edge.registrations.add(moodle);
    expect((await findIn(here))?.name).to.equal(moodle.name);
    expect((await findIn(there))?.name).to.equal(moodle.name);
    await here.edge.registrations.add({ ...moodle, name: 'New name', deploymentIds: ['1'] });
    expect((await findIn(here))?.deploymentIds).to.deep.equal(['1']);
    clock.pass(5_000);
    expect((await findIn(there))?.deploymentIds).to.deep.equal(['1']);
    await here.edge.registrations.remove(moodle.issuer, moodle.clientId);
    expect(await findIn(here)).to.equal(null);
    clock.pass(5_000);
    expect(await findIn(there)).to.equal(null);
    await Promise.all([here.close(), there.close()]);
  });
  it('change in place when added again, and keep their id', async () => {
    const { registrations } = started.edge;
    const { id } = await registrations.add(moodle);
    await registrations.add({ ...moodle, name: 'New name', deploymentIds: [] });
    expect(await registrations.list()).to.deep.equal([
      { ...moodle, id, name: 'New name', deploymentIds: [], active: true },
    ]);
  });
  it('find their records again when removed and added again', async () => {
    const { registrations } = started.edge;
    const { id } = await registrations.add(moodle);
    await registrations.remove(moodle.issuer, moodle.clientId);
    expect((await registrations.add(moodle)).id).to.equal(id);
  });
  it('stay whole when added twice at once', async () => {
    const { registrations } = started.edge;
    await Promise.all([registrations.add(moodle), registrations.add(moodle)]);
    expect(await registrations.list()).to.have.length(1);
  });
  it('say which field cannot be right', async () => {
    expect(await fieldOf({ name: ' ' })).to.equal('name');
    expect(await fieldOf({ clientId: '' })).to.equal('clientId');
    expect(await fieldOf({ clientId: 'x'.repeat(256) })).to.equal('clientId');
    expect(await fieldOf({ deploymentIds: [''] })).to.equal('deploymentIds');
    expect(await fieldOf({ issuer: 'moodle' })).to.equal('issuer');
    expect(await fieldOf({ authenticationUrl: 'javascript:alert(1)' })).to.equal('authenticationUrl');
    expect(await fieldOf({ tokenUrl: 'http://moodle.example/token' })).to.equal('tokenUrl');
    expect(await fieldOf({ jwksUrl: `https://moodle.example/${'x'.repeat(2_048)}` })).to.equal('jwksUrl');
    expect(await fieldOf({ jwksUrl: 'https://192.168.1.1/jwks' })).to.equal('jwksUrl');
    for (const origin of ['https://a.example/path', 'http://a.example', '*', 'https://*.example', 'https://a;sandbox'])
      expect(await fieldOf({ pageOrigins: [origin] }), origin).to.equal('pageOrigins');
  });
});
