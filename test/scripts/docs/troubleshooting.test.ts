import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { helpEntries } from '../../../lti-tool/lti/help/help-entries.ts';
import { refusalStatuses } from '../../../lti-tool/lti/refusals.ts';
import { troubleshooting, troubleshootingFile } from '../../../scripts/docs/troubleshooting.ts';

describe('docs/troubleshooting.md', () => {
  it('is what its source makes: after a change run "npm run docs"', () => {
    expect(readFileSync(troubleshootingFile, 'utf8')).to.equal(troubleshooting());
  });
  it('has an entry for every code of a page', () => {
    const codes = [
      ...Object.keys(refusalStatuses),
      'noRole',
      'anonymousLaunch',
      'contentNotAllowed',
      'contentNotTaken',
    ];
    expect(Object.keys(helpEntries)).to.have.members(codes);
    for (const code of codes) expect(troubleshooting()).to.contain(`## ${code}\n`);
  });
});
