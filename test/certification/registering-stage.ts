import { expect } from 'chai';
import { codeOf } from '../builders/lti/launching-browser.ts';
import { memoryRecords } from '../builders/lti/memory-records.ts';
import type { RawAnswer } from '../builders/lti/raw-request.ts';
import {
  invite,
  type RegisteringPlatform,
  register,
  registrationToken,
  startRegisteringPlatform,
} from '../builders/lti/registering-platform.ts';
import { type StartedEdge, startEdge } from '../builders/lti/started-edge.ts';

/** A platform that lets tools register and an edge without any, for the tests of this `describe`; nothing is left between them. */
export function registeringStage() {
  let open: { platform: RegisteringPlatform; started: StartedEdge } | null = null;
  const records = memoryRecords();
  const now = () => {
    if (open === null) throw new Error('Nothing is started before the first test.');
    return open;
  };
  before(async () => {
    const platform = await startRegisteringPlatform();
    open = { platform, started: await startEdge({ records }) };
  });
  after(async () => {
    await open?.started.close();
    await open?.platform.close();
  });
  beforeEach(() => now().platform.restore());
  afterEach(async () => {
    const { started } = now();
    expect(JSON.stringify(started.logged)).not.to.contain(registrationToken);
    for (const { issuer, clientId } of await started.edge.registrations.list())
      await started.edge.registrations.remove(issuer, clientId);
  });
  const configurationUrl = () => now().platform.url + now().platform.paths.configuration;
  return {
    records,
    get platform() {
      return now().platform;
    },
    get started() {
      return now().started;
    },
    configurationUrl,
    /** Opens the registration address, by a fresh invitation unless one is given. */
    attempt: async (invitation?: string, url = configurationUrl()): Promise<RawAnswer> =>
      register(now().started, invitation ?? (await invite(now().started)), url),
    /** The answer is that refusal, tells no secret, and no platform was added. */
    async expectNothing(answer: RawAnswer, code: string): Promise<void> {
      expect(codeOf(answer), answer.text.slice(-400)).to.equal(code);
      expect(answer.status).to.be.at.least(400);
      expect(answer.headers['cache-control']).to.equal('no-store');
      expect(answer.text).not.to.contain(registrationToken);
      expect(await now().started.edge.registrations.list()).to.deep.equal([]);
    },
  };
}
