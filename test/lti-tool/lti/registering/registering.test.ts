import { expect } from 'chai';
import { platformConfiguration } from '../../../../lti-tool/lti/registering/platform-configuration.ts';
import { json } from '../../../builders/lti/fake-platform.ts';
import { fixture } from '../../../builders/lti/fixture.ts';
import { codeOf, launchingBrowser } from '../../../builders/lti/launching-browser.ts';
import { rawRequest } from '../../../builders/lti/raw-request.ts';
import {
  invite,
  type RegisteringPlatform,
  register,
  registrationToken,
  startRegisteringPlatform,
} from '../../../builders/lti/registering-platform.ts';
import { type StartedEdge, startEdge } from '../../../builders/lti/started-edge.ts';

const toolClaim = 'https://purl.imsglobal.org/spec/lti-tool-configuration';
const platformClaim = 'https://purl.imsglobal.org/spec/lti-platform-configuration';
const names = (value: object) => Object.keys(value).sort();

describe('dynamic registration', () => {
  let platform: RegisteringPlatform;
  let started: StartedEdge;
  before(async () => {
    platform = await startRegisteringPlatform();
  });
  after(() => platform.close());
  beforeEach(async () => {
    platform.restore();
    started = await startEdge();
  });
  afterEach(() => started.close());
  const attempt = async (changes: Parameters<typeof invite>[1] = {}) =>
    register(started, await invite(started, changes), platform.url + platform.paths.configuration);
  const asked = () => JSON.parse(platform.requestsFor(platform.paths.registration)[0]?.body ?? '{}');

  describe('with a Moodle, as recorded', () => {
    it('adds the platform with what it says of itself', async () => {
      const answer = await attempt({ name: 'Northfield' });
      expect(answer.status).to.equal(200);
      const { body } = fixture('moodle-4.5/registration-04-response');
      const [added] = await started.edge.registrations.list();
      expect(added).to.deep.include({
        name: 'Northfield',
        issuer: platform.url,
        clientId: body.client_id,
        authenticationUrl: `${platform.url}/mod/lti/auth.php`,
        tokenUrl: `${platform.url}/mod/lti/token.php`,
        jwksUrl: `${platform.url}/mod/lti/certs.php`,
        deploymentIds: [body[toolClaim].deployment_id],
      });
    });
    it('sends the registration token as a bearer, to both addresses', async () => {
      await attempt();
      for (const path of [platform.paths.configuration, platform.paths.registration])
        expect(platform.requestsFor(path)[0]?.headers.authorization).to.equal(`Bearer ${registrationToken}`);
    });
    it('asks in the shape that Moodle took', async () => {
      await attempt();
      const { body: recorded } = fixture('moodle-4.5/registration-03-request');
      const sent = asked();
      const optional = new Set(['contacts', 'tos_uri', 'policy_uri']);
      expect(names(sent)).to.deep.equal(names(recorded).filter((name) => !optional.has(name)));
      expect(names(sent[toolClaim])).to.deep.equal(names(recorded[toolClaim]));
      expect(sent[toolClaim].domain).to.equal(new URL(started.url).host);
      expect(sent.redirect_uris).to.deep.equal([`${started.url}/lti/launch`]);
      expect(sent.scope.split(' ').sort()).to.deep.equal([
        'https://purl.imsglobal.org/spec/lti-ags/scope/lineitem',
        'https://purl.imsglobal.org/spec/lti-ags/scope/result.readonly',
        'https://purl.imsglobal.org/spec/lti-ags/scope/score',
        'https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly',
      ]);
    });
    it('asks only for messages and claims that the platform has', async () => {
      await attempt();
      const { messages, claims, custom_parameters } = asked()[toolClaim];
      expect(messages.map(({ type }: { type: string }) => type)).to.deep.equal([
        'LtiResourceLinkRequest',
        'LtiDeepLinkingRequest',
      ]);
      expect(messages[1]).to.deep.include({ placements: ['ContentArea'], supported_types: ['ltiResourceLink'] });
      expect(claims).to.deep.equal(['iss', 'sub', 'name', 'given_name', 'family_name']);
      expect(custom_parameters).to.include({ cs_user_id: '$User.id', cs_context_id: '$Context.id' });
      for (const name of Object.keys(custom_parameters)) expect(name).to.match(/^cs_/);
    });
    it('offers submission review where the platform has it', async () => {
      const about = platform.configuration[platformClaim] as Record<string, unknown>;
      const messages_supported = [{ type: 'LtiResourceLinkRequest' }, { type: 'LtiSubmissionReviewRequest' }];
      platform.describe({ [platformClaim]: { ...about, messages_supported } });
      await attempt();
      expect(asked()[toolClaim].messages.map(({ type }: { type: string }) => type)).to.deep.equal([
        'LtiResourceLinkRequest',
        'LtiSubmissionReviewRequest',
      ]);
    });
    it('confirms what was registered, and closes as the specification says', async () => {
      const { text, headers } = await attempt();
      expect(text)
        .to.contain('Countersign is registered')
        .and.to.contain('moodle-client-id')
        .and.to.contain(platform.url);
      expect(text).to.contain('org.imsglobal.lti.close').and.to.contain('platform activate');
      expect(headers['content-security-policy']).to.contain("default-src 'none'");
      expect(headers['referrer-policy']).to.equal('no-referrer');
    });
    it('says which services were granted, where the platform says so', async () => {
      const { body } = fixture('moodle-4.5/registration-04-response');
      platform.answer(json({ ...body, scope: 'https://purl.imsglobal.org/spec/lti-ags/scope/score' }));
      expect((await attempt()).text)
        .to.contain('send confirmed progress')
        .and.not.to.contain('read who is in a course');
    });
    it('reads the platform’s key set as recorded, with other keys in it', async () => {
      const recorded = fixture('moodle-4.5/platform-jwks');
      platform.at('/mod/lti/certs.php', json({ keys: [...recorded.keys, platform.key.jwk] }));
      await attempt({ activate: true });
      const browser = launchingBrowser(started, {
        ...platform,
        registration: { ...platform.registration, issuer: platform.url },
      });
      expect((await browser.launch()).status).to.equal(200);
    });
  });

  describe('what it takes to launch', () => {
    const browserOf = () =>
      launchingBrowser(started, { ...platform, registration: { ...platform.registration, issuer: platform.url } });

    it('is the inviter’s activation', async () => {
      platform.at('/mod/lti/certs.php', json({ keys: [platform.key.jwk] }));
      await attempt();
      const { registrations } = started.edge;
      expect((await registrations.list()).map(({ active }) => active)).to.deep.equal([false]);
      const refused = (await browserOf().login()).answer;
      expect(refused.status).to.equal(403);
      expect(codeOf(refused)).to.equal('LAUNCH_PLATFORM_INACTIVE');
      expect(await registrations.activate(platform.url, 'moodle-client-id')).to.equal(true);
      expect((await browserOf().launch()).status).to.equal(200);
    });
    it('is nothing more where the invitation said so', async () => {
      platform.at('/mod/lti/certs.php', json({ keys: [platform.key.jwk] }));
      await attempt({ activate: true });
      expect((await browserOf().launch()).status).to.equal(200);
    });
    it('is the deployment that the platform named', async () => {
      platform.at('/mod/lti/certs.php', json({ keys: [platform.key.jwk] }));
      await attempt({ activate: true });
      const other = { 'https://purl.imsglobal.org/spec/lti/claim/deployment_id': '2' };
      expect(codeOf(await browserOf().launch(other, undefined, { lti_deployment_id: '2' }))).to.equal(
        'LAUNCH_DEPLOYMENT_UNKNOWN',
      );
    });
    it('cannot be had by activating what is not there', async () => {
      expect(await started.edge.registrations.activate('https://none.example', 'x')).to.equal(false);
    });
    it('is lost when a launch was begun before the platform was taken away and waits again', async () => {
      platform.at('/mod/lti/certs.php', json({ keys: [platform.key.jwk] }));
      await attempt({ activate: true });
      const browser = browserOf();
      const login = await browser.login();
      const token = await platform.sign(browser.claimsFor(login));
      await started.edge.registrations.remove(platform.url, 'moodle-client-id');
      await attempt();
      expect(codeOf(await browser.post({ state: login.state, id_token: token }, login.cookie))).to.equal(
        'LAUNCH_PLATFORM_INACTIVE',
      );
    });
  });

  describe('with a Canvas, made from its public documentation', () => {
    const describeCanvas = () => {
      const { configuration } = fixture('canvas-registration');
      const { issuer: _issuer, ...rest } = JSON.parse(
        JSON.stringify(configuration).replaceAll('https://canvas.instructure.com/api', `${platform.url}/api`),
      );
      platform.at(platform.paths.configuration, json({ ...rest, issuer: platform.url }));
      platform.at('/api/lti/registrations', json(fixture('canvas-registration').answer));
    };
    const sent = () => JSON.parse(platform.requestsFor('/api/lti/registrations')[0]?.body ?? '{}')[toolClaim];

    it('asks for the places in Canvas, names, and the parameters that pages are known by', async () => {
      describeCanvas();
      expect((await attempt()).status).to.equal(200);
      expect(sent()['https://canvas.instructure.com/lti/privacy_level']).to.equal('public');
      expect(sent().custom_parameters).to.include({
        cs_canvas_course_id: '$Canvas.course.id',
        cs_canvas_assignment_id: '$Canvas.assignment.id',
        cs_canvas_user_id: '$Canvas.user.id',
      });
      expect(sent().messages.map(({ type, placements }: Record<string, unknown>) => [type, placements])).to.deep.equal([
        ['LtiResourceLinkRequest', ['course_navigation']],
        ['LtiDeepLinkingRequest', ['assignment_selection', 'link_selection']],
      ]);
    });
    for (const [issuer, sso] of [
      ['canvas.instructure.com', 'sso.canvaslms.com'],
      ['canvas.beta.instructure.com', 'sso.beta.canvaslms.com'],
      ['canvas.test.instructure.com', 'sso.test.canvaslms.com'],
    ])
      it(`takes the addresses of ${issuer}, whose sign-in and keys are at ${sso}`, () => {
        const described = JSON.stringify({
          ...fixture('canvas-registration').configuration,
          authorization_endpoint: `https://${sso}/api/lti/authorize_redirect`,
          jwks_uri: `https://${sso}/api/lti/security/jwks`,
        }).replaceAll('canvas.instructure.com/api', `${issuer}/api`);
        const text = described.replace('"issuer":"https://canvas.instructure.com"', `"issuer":"https://${issuer}"`);
        const from = new URL(`https://${issuer}/api/lti/security/openid-configuration`);
        expect(platformConfiguration(text, from, { allowLocal: false })).to.deep.include({
          issuer: `https://${issuer}`,
          authenticationUrl: `https://${sso}/api/lti/authorize_redirect`,
          jwksUrl: `https://${sso}/api/lti/security/jwks`,
          product: 'canvas',
        });
        const elsewhere = new URL('https://northfield.instructure.com/api/lti/security/openid-configuration');
        expect(() => platformConfiguration(text, elsewhere, { allowLocal: false })).to.throw('REGISTER_HOST');
      });
    it('lets every installation launch, since each has a deployment of its own, and takes the account’s name', async () => {
      describeCanvas();
      await attempt();
      expect((await started.edge.registrations.list())[0]).to.deep.include({
        deploymentIds: [],
        name: 'Northfield College',
        clientId: '10000000000042',
      });
    });
  });

  it('serves the JSON for a Canvas developer key', async () => {
    const answer = await rawRequest(started.url, '/lti/canvas.json');
    expect(answer.headers['content-type']).to.equal('application/json; charset=utf-8');
    const key = JSON.parse(answer.text);
    expect(key).to.deep.include({
      target_link_uri: `${started.url}/lti/launch`,
      oidc_initiation_url: `${started.url}/lti/login`,
      public_jwk_url: `${started.url}/lti/keys`,
      redirect_uris: [`${started.url}/lti/launch`],
    });
    const [extension] = key.extensions;
    expect(extension).to.deep.include({ platform: 'canvas.instructure.com', privacy_level: 'public' });
    expect(
      extension.settings.placements.map(({ placement, message_type }: Record<string, string>) => [
        placement,
        message_type,
      ]),
    ).to.deep.equal([
      ['course_navigation', 'LtiResourceLinkRequest'],
      ['assignment_selection', 'LtiDeepLinkingRequest'],
      ['link_selection', 'LtiDeepLinkingRequest'],
    ]);
  });
});
