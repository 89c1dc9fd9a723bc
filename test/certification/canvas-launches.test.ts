import { expect } from 'chai';
import { connectedEdge } from '../builders/lti/connected-edge.ts';
import { json } from '../builders/lti/fake-platform.ts';
import { claim, fixture } from '../builders/lti/fixture.ts';
import { codeOf, launchingBrowser } from '../builders/lti/launching-browser.ts';
import type { RawAnswer } from '../builders/lti/raw-request.ts';

const inFrame = { 'sec-fetch-dest': 'iframe' };
const placement = 'https://www.instructure.com/placement';
/** Issuer and sign-in host of each environment, as Instructure documents them. */
const environments = [
  { name: 'production', issuer: 'https://canvas.instructure.com', sso: 'https://sso.canvaslms.com' },
  { name: 'beta', issuer: 'https://canvas.beta.instructure.com', sso: 'https://sso.beta.canvaslms.com' },
  { name: 'test', issuer: 'https://canvas.test.instructure.com', sso: 'https://sso.test.canvaslms.com' },
] as const;
type Environment = (typeof environments)[number];

describe('certification: Canvas, by fixtures made from its public documentation', () => {
  const here = connectedEdge();
  const attribute = (answer: RawAnswer, name: string) =>
    (new RegExp(`data-${name}="([^"]*)"`).exec(answer.text)?.[1] ?? '').replaceAll('&amp;', '&');

  /** A school of that environment: all share its issuer, each has a client id. */
  async function school({ issuer, sso }: Environment, clientId: string) {
    const { platform } = here;
    const registration = {
      ...platform.registration,
      ...{ name: 'Canvas', issuer, clientId },
      authenticationUrl: `${sso}/api/lti/authorize_redirect`,
      tokenUrl: 'https://northfield.instructure.com/login/oauth2/token',
    };
    await here.started.edge.registrations.add(registration);
    const browser = launchingBrowser(here.started, { ...platform, registration });
    return {
      /** As Canvas begins every launch, in its frame. */
      begin: (changes = {}) =>
        browser.login(
          {
            lti_deployment_id: '37:8865aa05b4b79b64a91a86042e43af5ea8ae79eb',
            canvas_region: 'eu-west-1',
            canvas_environment: 'prod',
            lti_storage_target: 'post_message_forwarding',
            ...changes,
          },
          inFrame,
        ),
      /** The whole launch by storage: no cookie is ever sent. */
      async open(recording: string, changes: Record<string, unknown> = {}): Promise<RawAnswer> {
        const deployment = changes[claim.deploymentId];
        const put = (await this.begin(deployment ? { lti_deployment_id: String(deployment) } : {})).answer;
        const next = new URL(attribute(put, 'next')).searchParams;
        const begun = { nonce: next.get('nonce') ?? '' };
        const seconds = Math.floor(here.started.clock.now() / 1000);
        const claims = browser.claimsFor(begun, { exp: seconds + 3_600, azp: clientId, ...changes }, recording);
        const form = { state: next.get('state') ?? '', id_token: await platform.sign(claims) };
        const get = await browser.post(form);
        expect(attribute(get, 'task'), get.text).to.equal('get');
        expect(attribute(get, 'origin')).to.equal(sso);
        return browser.post({ ...form, cs_proof: attribute(put, 'value') });
      },
    };
  }

  for (const environment of environments)
    describe(`in ${environment.name}`, () => {
      it('sends the browser to that environment’s sign-in', async () => {
        const { answer } = await (await school(environment, 'c-1')).begin();
        expect(new URL(attribute(answer, 'next')).origin).to.equal(environment.sso);
      });
      it('keeps the proof at the origin of that sign-in, in the frame that Canvas names', async () => {
        const { answer } = await (await school(environment, 'c-1')).begin();
        expect(attribute(answer, 'origin')).to.equal(environment.sso);
        expect(attribute(answer, 'target')).to.equal('post_message_forwarding');
      });
      it('opens an assignment by platform storage, without a cookie', async () => {
        const answer = await (await school(environment, 'c-1')).open('canvas-launch');
        expect(codeOf(answer), answer.text).to.equal('none');
        expect(here.started.launches.at(-1)).to.deep.include({
          issuer: environment.issuer,
          product: 'canvas',
          ofCourse: false,
          platformOrigin: 'https://school.instructure.com',
        });
      });
      it('is not opened by a token of another environment', async () => {
        const [other] = environments.filter(({ issuer }) => issuer !== environment.issuer);
        const answer = await (await school(environment, 'c-1')).open('canvas-launch', { iss: other?.issuer });
        expect(codeOf(answer)).to.equal('LAUNCH_TOKEN_ISSUER');
      });
    });

  it('tells schools apart that share an issuer: another school’s token opens nothing', async () => {
    const [production] = environments;
    await school(production, 'c-2');
    expect(codeOf(await (await school(production, 'c-1')).open('canvas-launch', { aud: 'c-2', azp: 'c-2' }))).to.equal(
      'LAUNCH_TOKEN_AUDIENCE',
    );
  });
  it('opens for each installation of one client id, as a deployment of its own', async () => {
    const canvas = await school(environments[0], 'c-3');
    for (const deployment of ['37:account', '38:course']) {
      expect(codeOf(await canvas.open('canvas-launch', { [claim.deploymentId]: deployment }))).to.equal('none');
      expect(here.started.launches.at(-1)?.deploymentId).to.equal(deployment);
    }
    const [registration] = (await here.started.edge.registrations.list()).filter(({ clientId }) => clientId === 'c-3');
    expect(await here.started.edge.deployments.list(registration?.id ?? '')).to.have.length(2);
  });
  it('knows a link in the course’s menu by its placement', async () => {
    const canvas = await school(environments[0], 'c-1');
    expect(codeOf(await canvas.open('canvas-course-navigation'))).to.equal('none');
    const launch = here.started.launches.at(-1);
    expect(launch?.ofCourse).to.equal(true);
    expect(launch?.resourceLink).to.deep.equal({ id: '4dde05e8ca1973bcca9bffc13e1548820eee93a3', title: null });
    expect(launch?.scores?.lineItemUrl).to.equal(null);
  });
  it('opens by placements that it does not know, and by none', async () => {
    const canvas = await school(environments[0], 'c-1');
    for (const name of ['tool_configuration', '', undefined]) {
      expect(codeOf(await canvas.open('canvas-launch', { [placement]: name }))).to.equal('none');
      expect(here.started.launches.at(-1)?.ofCourse).to.equal(false);
    }
    expect(codeOf(await canvas.open('canvas-launch', { [placement]: { $ne: '' } }))).to.equal('LAUNCH_CLAIM_INVALID');
  });
  it('chooses the content of an assignment: one item, with its line item', async () => {
    const canvas = await school(environments[0], 'c-1');
    expect(codeOf(await canvas.open('canvas-deep-linking'))).to.equal('none');
    expect(here.started.contentRequests.at(-1)?.settings).to.deep.include({
      acceptsLinks: true,
      acceptsMultiple: false,
      acceptsLineItems: true,
    });
  });
  it('opens SpeedGrader’s link to the learner that it names', async () => {
    const canvas = await school(environments[0], 'c-1');
    const target = `${here.started.url}/lti/launch?cs_learner=a445ca99-1a64-4697-9bfa-508a118245ea`;
    expect(codeOf(await canvas.open('canvas-course-navigation', { [claim.targetLinkUri]: target }))).to.equal('none');
    expect(here.started.launches.at(-1)?.review?.sub).to.equal('a445ca99-1a64-4697-9bfa-508a118245ea');
  });
  it('says of each fixture where it comes from', () => {
    for (const name of ['canvas-launch', 'canvas-course-navigation', 'canvas-deep-linking', 'canvas-registration'])
      expect(fixture(name).note).to.match(/public documentation.*not recorded/);
  });
  it('follows the key set, whichever of its keys signs', async () => {
    const canvas = await school(environments[0], 'c-1');
    here.platform.at('/jwks', json({ keys: [{ ...here.platform.key.jwk, kid: 'older' }, here.platform.key.jwk] }));
    here.started.clock.pass(3_700_000);
    expect(codeOf(await canvas.open('canvas-launch'))).to.equal('none');
  });
});
