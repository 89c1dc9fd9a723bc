import { expect } from 'chai';
import { connectedEdge } from '../builders/lti/connected-edge.ts';
import { json } from '../builders/lti/fake-platform.ts';
import { claim } from '../builders/lti/fixture.ts';
import { codeOf, launchingBrowser } from '../builders/lti/launching-browser.ts';
import type { RawAnswer } from '../builders/lti/raw-request.ts';
import { signingKey } from '../builders/lti/signing-keys.ts';

const learner = 'http://purl.imsglobal.org/vocab/lis/v2/membership#Learner';
const instructor = 'http://purl.imsglobal.org/vocab/lis/v2/membership#Instructor';

describe('certification: good launches', () => {
  const here = connectedEdge();

  function launched(answer: RawAnswer) {
    expect(codeOf(answer), answer.text).to.equal('none');
    expect(answer.status).to.equal(200);
    expect(answer.text).to.contain('the panel');
    const launch = here.started.launches.at(-1);
    if (launch === undefined) throw new Error('nothing was launched');
    return launch;
  }

  it('opens for a student of Moodle, with everything that Moodle says', async () => {
    const launch = launched(await here.browser.launch());
    const [registration] = await here.started.edge.registrations.list();
    expect(launch).to.deep.include({
      messageType: 'LtiResourceLinkRequest',
      registrationId: registration?.id,
      issuer: 'https://moodle.example',
      clientId: 'moodle-client-id',
      deploymentId: '1',
      platformOrigin: 'https://moodle.example',
      product: 'moodle',
      platformName: 'lab',
      person: { sub: '5', name: 'Ana Learner', givenName: 'Ana', familyName: 'Learner' },
      roles: [learner],
      context: { id: '2', title: 'Level 3 Electrical Installation', label: 'EI-L3' },
      resourceLink: { id: '1', title: 'Unit 1 evidence' },
      membershipsUrl: 'https://moodle.example/mod/lti/services.php/CourseSection/2/bindings/1/memberships',
    });
    expect(launch.custom.moodle_person_usergroupids).to.equal('1');
    expect(launch.scores?.lineItemUrl).to.equal(
      'https://moodle.example/mod/lti/services.php/2/lineitems/2/lineitem?type_id=1',
    );
    expect(launch.scores?.scopes).to.contain('https://purl.imsglobal.org/spec/lti-ags/scope/score');
  });
  it('opens for a student in a window of its own', async () => {
    expect(launched(await here.browser.launch({}, 'moodle-4.5/launch-student-window-23')).person?.sub).to.equal('5');
  });
  it('opens for an editing teacher', async () => {
    const launch = launched(await here.browser.launch({}, 'moodle-4.5/launch-editingteacher-embedded-28'));
    expect(launch.roles).to.deep.equal([instructor]);
  });
  it('opens for a non-editing teacher, who says the same', async () => {
    const launch = launched(await here.browser.launch({}, 'moodle-4.5/launch-nonediting-teacher-embedded-30'));
    expect(launch.roles).to.deep.equal([instructor]);
  });
  it('opens for an administrator, with all three roles', async () => {
    expect(launched(await here.browser.launch({}, 'moodle-4.5/launch-admin-embedded-32')).roles).to.have.length(3);
  });
  it('opens for a teacher who has switched to the student role', async () => {
    const launch = launched(await here.browser.launch({}, 'moodle-4.5/launch-editingteacher-switched-to-student-01'));
    expect(launch.person?.sub).to.equal('3');
    expect(launch.roles).to.deep.equal([learner]);
  });
  it('opens where the platform withholds names', async () => {
    const launch = launched(
      await here.browser.launch({}, 'moodle-4.5/launch-student-embedded-privacy-noname-noemail-38'),
    );
    expect(launch.person).to.deep.equal({ sub: '5', name: null, givenName: null, familyName: null });
  });
  it('opens an activity without grading: line items, but no line item', async () => {
    const launch = launched(await here.browser.launch({}, 'moodle-4.5/launch-student-embedded-nograde-34'));
    expect(launch.scores?.lineItemUrl).to.equal(null);
    expect(launch.scores?.lineItemsUrl).to.be.a('string');
  });
  it('opens without AGS and NRPS', async () => {
    const launch = launched(await here.browser.launch({ [claim.endpoint]: undefined, [claim.namesRoles]: undefined }));
    expect(launch.scores).to.equal(null);
    expect(launch.membershipsUrl).to.equal(null);
  });
  it('opens outside any course, without names of the platform', async () => {
    const launch = launched(await here.browser.launch({ [claim.context]: undefined, [claim.toolPlatform]: undefined }));
    expect(launch.context).to.equal(null);
    expect(launch.product).to.equal(null);
  });
  it('opens anonymously where the platform sends no sub', async () => {
    expect(launched(await here.browser.launch({ sub: undefined })).person).to.equal(null);
  });
  it('opens with no roles at all', async () => {
    expect(launched(await here.browser.launch({ [claim.roles]: [] })).roles).to.deep.equal([]);
  });
  it('opens for several audiences when azp names the tool', async () => {
    launched(await here.browser.launch({ aud: ['another-tool', 'moodle-client-id'], azp: 'moodle-client-id' }));
  });
  it('opens for one audience in a list, without azp', async () => {
    launched(await here.browser.launch({ aud: ['moodle-client-id'] }));
  });
  it('opens while the platform’s clock is 55 s ahead', async () => {
    const seconds = Math.floor(here.started.clock.now() / 1000);
    launched(await here.browser.launch({ iat: seconds + 55, nbf: seconds + 55, exp: seconds + 115 }));
  });
  it('opens while the platform’s clock is 55 s behind a token of a minute', async () => {
    const seconds = Math.floor(here.started.clock.now() / 1000);
    launched(await here.browser.launch({ iat: seconds - 110, exp: seconds - 50 }));
  });
  it('cuts a title that is too long and drops custom parameters that are no texts', async () => {
    const link = { id: '1', title: 'T'.repeat(300) };
    const launch = launched(
      await here.browser.launch({ [claim.resourceLink]: link, [claim.custom]: { a: 'x', b: 3, c: null } }),
    );
    expect(launch.resourceLink.title).to.have.length(255);
    expect(launch.custom).to.deep.equal({ a: 'x' });
  });
  it('opens when login comes as GET and names neither client nor deployment', async () => {
    const { client_id: _client, lti_deployment_id: _deployment, ...form } = here.browser.loginForm();
    const login = here.browser.held(await here.browser.get(`/lti/login?${new URLSearchParams(form)}`));
    const token = await here.platform.sign(here.browser.claimsFor(login));
    launched(await here.browser.post({ state: login.state, id_token: token }, login.cookie));
  });
  it('opens after the platform has rotated its key, without waiting', async () => {
    launched(await here.browser.launch());
    const next = await signingKey('platform-key-2');
    here.platform.at('/jwks', json({ keys: [here.platform.key.jwk, next.jwk] }));
    here.started.clock.pass(31_000);
    const login = await here.browser.login();
    const token = await here.platform.sign(here.browser.claimsFor(login), {}, next);
    launched(await here.browser.post({ state: login.state, id_token: token }, login.cookie));
  });
  it('records a deployment at its first launch', async () => {
    launched(
      await here.browser.launch({ [claim.deploymentId]: 'new-one' }, undefined, { lti_deployment_id: 'new-one' }),
    );
    const [registration] = await here.started.edge.registrations.list();
    const deployments = await here.started.edge.deployments.list(registration?.id ?? '');
    expect(deployments.map((deployment) => deployment.deploymentId)).to.deep.equal(['1', 'new-one']);
  });
  it('opens for a deployment that the administrator named', async () => {
    const named = { ...here.platform.registration, clientId: 'careful-client', deploymentIds: ['7'] };
    await here.started.edge.registrations.add(named);
    const change = { client_id: 'careful-client', lti_deployment_id: '7' };
    const launch = launched(
      await here.browser.launch({ aud: 'careful-client', [claim.deploymentId]: '7' }, undefined, change),
    );
    expect(launch.clientId).to.equal('careful-client');
    await here.started.edge.registrations.remove(named.issuer, named.clientId);
  });
  it('opens for Canvas, and frames itself in the school’s own host', async () => {
    const canvas = {
      ...here.platform.registration,
      name: 'Canvas',
      issuer: 'https://canvas.instructure.com',
      clientId: '10000000000042',
    };
    await here.started.edge.registrations.add(canvas);
    const school = launchingBrowser(here.started, { ...here.platform, registration: canvas });
    const login = await school.login(
      { lti_deployment_id: '37:8865aa05b4b79b64a91a86042e43af5ea8ae79eb', canvas_region: 'eu-west-1' },
      { 'sec-fetch-dest': 'document' },
    );
    const seconds = Math.floor(here.started.clock.now() / 1000);
    const token = await here.platform.sign(school.claimsFor(login, { exp: seconds + 3600 }, 'canvas-launch'));
    const launch = launched(await school.post({ state: login.state, id_token: token }, login.cookie));
    expect(launch.product).to.equal('canvas');
    expect(launch.platformOrigin).to.equal('https://school.instructure.com');
  });
  it('asks the platform for its keys once, however many launches there are', async () => {
    const before = here.platform.requestsFor('/jwks').length;
    const answers = await Promise.all(Array.from({ length: 5 }, () => here.browser.launch()));
    for (const answer of answers) launched(answer);
    expect(here.platform.requestsFor('/jwks').length).to.equal(before);
  });
});
