import { expect } from 'chai';
import { helpEntries } from '../../../../lti-tool/lti/help/help-entries.ts';
import { codeOf } from '../../../builders/lti/launching-browser.ts';
import { rawRequest } from '../../../builders/lti/raw-request.ts';
import { type StartedEdge, startEdge } from '../../../builders/lti/started-edge.ts';

describe('help pages', () => {
  let started: StartedEdge;
  before(async () => {
    started = await startEdge();
  });
  after(() => started.close());
  const get = (path: string) => rawRequest(started.url, path);

  it('are there for every code', async () => {
    for (const code of Object.keys(helpEntries)) {
      const answer = await get(`/lti/help/${code}`);
      expect(answer.status, code).to.equal(200);
      expect(answer.text).to.contain(`data-help="${code}"`);
    }
  });
  it('are where the page of a refused launch links to', async () => {
    const refused = await get('/lti/launch');
    const link = /href="(\/lti\/help\/\w+)"/.exec(refused.text)?.[1] ?? '';
    expect(link).to.equal(`/lti/help/${codeOf(refused)}`);
    expect((await get(link)).status).to.equal(200);
  });
  it('are not there for anything else', async () => {
    for (const path of [
      '/lti/help/',
      '/lti/help/constructor',
      '/lti/help/__proto__',
      '/lti/help/NO',
      '/lti/help/noRole/x',
    ])
      expect(codeOf(await get(path)), path).to.equal('LAUNCH_NOT_FOUND');
  });
});
