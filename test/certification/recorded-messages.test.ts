import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';
import { connectedEdge } from '../builders/lti/connected-edge.ts';
import { claim, fixture } from '../builders/lti/fixture.ts';
import { codeOf, type Texts } from '../builders/lti/launching-browser.ts';
import { postForm } from '../builders/lti/raw-request.ts';

const directory = path.resolve(__dirname, '../fixtures/lti/moodle-4.5');
const recorded = (folder: string, start: string): string[] =>
  readdirSync(path.join(directory, folder))
    .filter((name) => name.startsWith(start))
    .map((name) => path.posix.join('moodle-4.5', folder, name.replace(/\.json$/, '')));

describe('certification: every message recorded from a Moodle 4.5', () => {
  const here = connectedEdge();

  const logins = recorded('', 'login-');
  it('has recordings to go by', () => {
    expect(logins.length).to.be.greaterThan(20);
    expect(recorded('', 'launch-').length).to.be.greaterThan(20);
  });

  for (const name of logins)
    it(`begins ${name}`, async () => {
      const { params, request } = fixture(name);
      const target = params.target_link_uri.replace('https://tool.example', here.started.url);
      const form = new URLSearchParams({ ...params, target_link_uri: target });
      const headers = { 'sec-fetch-dest': request.headers['sec-fetch-dest'] ?? 'document' };
      const answer = await postForm(here.started.url, '/lti/login', form, headers);
      expect(codeOf(answer), answer.text).to.equal('none');
      expect(answer.status).to.equal(303);
    });

  const sent = (name: string): Record<string, unknown> => {
    const claims = fixture(name).id_token_payload;
    return {
      ...claims,
      [claim.targetLinkUri]: claims[claim.targetLinkUri].replace('https://tool.example', here.started.url),
    };
  };
  const launched = async (name: string) => {
    const { nonce: _nonce, iat: _iat, exp: _exp, iss: _iss, aud: _aud, ...claims } = sent(name);
    const deployment: Texts = { lti_deployment_id: String(claims[claim.deploymentId]) };
    const answer = await here.browser.launch(claims, name, deployment);
    expect(codeOf(answer), answer.text).to.equal('none');
    expect(answer.status).to.equal(200);
    return claims;
  };

  for (const name of [...recorded('', 'launch-'), ...recorded('variants-customparam-collision', 'launch-')])
    it(`opens by ${name}`, async () => {
      const claims = await launched(name);
      const launch = here.started.launches.at(-1);
      expect(launch?.person?.sub).to.equal(claims.sub);
      expect(launch?.messageType).to.equal(claims[claim.messageType]);
    });
  for (const name of recorded('', 'deeplink-request-'))
    it(`chooses content by ${name}`, async () => {
      const claims = await launched(name);
      const request = here.started.contentRequests.at(-1);
      expect(request?.person?.sub).to.equal(claims.sub);
      expect(request?.settings).to.deep.equal({
        returnUrl: 'https://moodle.example/mod/lti/contentitem_return.php?course=2&id=1&sesskey=SESSKEY',
        acceptsLinks: true,
        acceptsMultiple: true,
        acceptsLineItems: true,
        data: null,
      });
    });
  it('opens the work of the learner whom a submission review names', async () => {
    await launched('moodle-4.5/launch-editingteacher-submissionreview-03');
    const launch = here.started.launches.at(-1);
    expect(launch?.review).to.deep.equal({ sub: '5', name: null, givenName: null, familyName: null });
    expect(launch?.person?.sub).to.equal('3');
  });
});
