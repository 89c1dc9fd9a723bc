import { expect } from 'chai';
import { connectedEdge } from '../builders/lti/connected-edge.ts';
import { claim } from '../builders/lti/fixture.ts';
import { expectRefusal } from './bad-launch.ts';

const settingsClaim = 'https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings';
const recording = 'moodle-4.5/deeplink-request-editingteacher-multi-01';
const returnUrl = 'https://moodle.example/return?sesskey=secret-key';
const good = { accept_types: ['ltiResourceLink'], deep_link_return_url: returnUrl };

describe('certification: content requests and submission reviews', () => {
  const here = connectedEdge();
  const asked = (settings: unknown) => here.browser.launch({ [settingsClaim]: settings }, recording);
  const settingsOf = async (settings: object) => {
    expect((await asked({ ...good, ...settings })).status).to.equal(200);
    return here.started.contentRequests.at(-1)?.settings;
  };

  it('takes a platform at its word, and assumes one item with a line item where it has none', async () => {
    expect(await settingsOf({})).to.deep.equal({
      returnUrl,
      acceptsLinks: true,
      acceptsMultiple: false,
      acceptsLineItems: true,
      data: null,
    });
  });
  it('reads true and false as texts, which some platforms send', async () => {
    const settings = await settingsOf({ accept_multiple: 'true', accept_lineitem: 'false', data: 'x' });
    expect(settings).to.deep.include({ acceptsMultiple: true, acceptsLineItems: false, data: 'x' });
  });
  it('sees that a platform takes no resource links', async () => {
    expect((await settingsOf({ accept_types: ['file', 'html'] }))?.acceptsLinks).to.equal(false);
  });
  it('has no resource link and needs none', async () => {
    expect((await here.browser.launch({ [claim.resourceLink]: undefined }, recording)).status).to.equal(200);
  });

  for (const [says, settings, code] of [
    ['no settings', undefined, 'LAUNCH_CLAIM_MISSING'],
    ['settings that are a list', [good], 'LAUNCH_CLAIM_INVALID'],
    ['no return address', { ...good, deep_link_return_url: undefined }, 'LAUNCH_CLAIM_MISSING'],
    [
      'a return address that is a script',
      { ...good, deep_link_return_url: 'javascript:alert(1)' },
      'LAUNCH_CLAIM_INVALID',
    ],
    [
      'a return address with a password',
      { ...good, deep_link_return_url: 'https://a:b@c.example/' },
      'LAUNCH_CLAIM_INVALID',
    ],
    [
      'a return address without end',
      { ...good, deep_link_return_url: `https://a.example/${'x'.repeat(3_000)}` },
      'LAUNCH_CLAIM_INVALID',
    ],
    [
      'a return address that is an object',
      { ...good, deep_link_return_url: { href: returnUrl } },
      'LAUNCH_CLAIM_INVALID',
    ],
    ['accepted types that are a text', { ...good, accept_types: 'ltiResourceLink' }, 'LAUNCH_CLAIM_INVALID'],
    ['accepted types that are numbers', { ...good, accept_types: [1] }, 'LAUNCH_CLAIM_INVALID'],
    ['a flag that is a number', { ...good, accept_multiple: 1 }, 'LAUNCH_CLAIM_INVALID'],
    ['data that is an object', { ...good, data: { a: 1 } }, 'LAUNCH_CLAIM_INVALID'],
    ['data without end', { ...good, data: 'x'.repeat(9_000) }, 'LAUNCH_CLAIM_INVALID'],
  ] as const)
    it(`refuses ${says}`, async () => {
      const before = here.started.contentRequests.length;
      const answer = await asked(settings);
      expectRefusal(answer, code);
      expect(answer.text).not.to.contain('secret-key');
      expect(here.started.contentRequests).to.have.length(before);
    });

  describe('a submission review', () => {
    const review = 'moodle-4.5/launch-editingteacher-submissionreview-03';
    const forUser = 'https://purl.imsglobal.org/spec/lti/claim/for_user';
    it('names the learner, as far as the platform says', async () => {
      const learner = { user_id: '5', name: 'Ana Learner', given_name: 'Ana', person_sourcedid: 'S-1' };
      expect((await here.browser.launch({ [forUser]: learner }, review)).status).to.equal(200);
      expect(here.started.launches.at(-1)?.review).to.deep.equal({
        sub: '5',
        name: 'Ana Learner',
        givenName: 'Ana',
        familyName: null,
      });
    });
    it('is refused without a learner, or with one that is no id', async () => {
      expectRefusal(await here.browser.launch({ [forUser]: undefined }, review), 'LAUNCH_CLAIM_MISSING');
      expectRefusal(await here.browser.launch({ [forUser]: {} }, review), 'LAUNCH_CLAIM_MISSING');
      expectRefusal(await here.browser.launch({ [forUser]: { user_id: { $ne: '' } } }, review), 'LAUNCH_CLAIM_INVALID');
    });
    it('is refused without its resource link', async () => {
      expectRefusal(await here.browser.launch({ [claim.resourceLink]: undefined }, review), 'LAUNCH_CLAIM_MISSING');
    });
    it('takes the learner from the address that came along with a score, where the platform has no such message', async () => {
      const target = `${here.started.url}/lti/launch?cs_learner=5`;
      expect((await here.browser.launch({ [claim.targetLinkUri]: target })).status).to.equal(200);
      expect(here.started.launches.at(-1)?.review?.sub).to.equal('5');
    });
    it('opens for nobody in particular by a plain launch', async () => {
      expect((await here.browser.launch()).status).to.equal(200);
      expect(here.started.launches.at(-1)?.review).to.equal(null);
    });
  });
});
