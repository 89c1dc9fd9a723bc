import { expect } from 'chai';
import { type LaunchRefusalCode, refusalStatuses, refusalTexts } from '../../lti-tool/lti/refusals.ts';
import { type ConnectedEdge, connectedEdge } from '../builders/lti/connected-edge.ts';
import { json } from '../builders/lti/fake-platform.ts';
import { codeOf } from '../builders/lti/launching-browser.ts';
import type { RawAnswer } from '../builders/lti/raw-request.ts';

/** A launch that must not open anything. */
export type BadLaunch = {
  readonly name: string;
  /** What is wrong with it, in a sentence. */
  readonly wrong: string;
  readonly code: LaunchRefusalCode;
  attempt(stage: ConnectedEdge): Promise<RawAnswer>;
};

/** A request that could not be read, a login of nobody we know, or a state that is used up: there is no platform to name. */
const platformUnknown = (code: LaunchRefusalCode): boolean =>
  /^LAUNCH_(NOT_FOUND|METHOD|REQUEST|CONTENT_TYPE|PARAMETER|PLATFORM_UNKNOWN|PLATFORM_REFUSED|STATE)|^REGISTER_/.test(
    code,
  );

/** What every refusal owes to the person who reads it, and to the page that frames it. */
export function expectRefusal(answer: RawAnswer, code: LaunchRefusalCode): void {
  expect(codeOf(answer), answer.text).to.equal(code);
  const { title, happened, remedy } = refusalTexts[code];
  const status = refusalStatuses[code];
  expect(answer.status).to.equal(status).and.to.be.within(400, 499);
  for (const text of [title, happened, remedy, code]) expect(answer.text).to.contain(text);
  expect(answer.text).not.to.match(/eyJ[\w-]{20,}\.|node_modules|\.ts:|Error:/);
  const policy = answer.headers['content-security-policy'];
  expect(policy).to.match(/^default-src 'none';.*frame-ancestors \S/);
  // Where nobody knows which platform it came from there is nothing on the page that acts.
  if (/frame-ancestors \*$/.test(String(policy))) {
    expect(platformUnknown(code), code).to.equal(true);
    expect(answer.text).not.to.match(/<form|<script|<button|<input|cs_window/);
  }
  expect(answer.headers['cache-control']).to.equal('no-store');
  expect(answer.headers['x-content-type-options']).to.equal('nosniff');
  expect(answer.headers['referrer-policy']).to.equal('no-referrer');
  expect(answer.headers['content-type']).to.equal('text/html; charset=utf-8');
}

/** Certifies each case against one running edge, which must stay well all the while. */
export function certify(title: string, cases: readonly BadLaunch[]): void {
  describe(`certification: ${title}`, () => {
    const stage = connectedEdge();
    const unhandled: unknown[] = [];
    const note = (reason: unknown) => void unhandled.push(reason);
    before(() => void process.on('unhandledRejection', note));
    after(() => void process.off('unhandledRejection', note));

    for (const bad of cases)
      it(`refuses ${bad.name}: ${bad.wrong}`, async () => {
        const { started, platform, browser } = stage;
        const launched = started.launches.length;
        const logged = started.logged.length;
        expectRefusal(await bad.attempt(stage), bad.code);
        expect(started.launches).to.have.length(launched);
        const details = started.logged.slice(logged).map((line) => line.details);
        expect(details.some((detail) => 'code' in detail && detail.code === bad.code)).to.equal(true);
        expect(JSON.stringify(details)).not.to.match(/eyJ|Ana Learner|student1/);
        // The process is alive and well, and the next person gets in.
        platform.at('/jwks', json({ keys: [platform.key.jwk] }));
        started.clock.pass(31_000);
        expect((await browser.launch()).status).to.equal(200);
        expect(unhandled).to.deep.equal([]);
      });
  });
}
