import { expect } from 'chai';
import { typedLink } from '../../../../lti-tool/panel/learner/typed-link.ts';

describe('typedLink', () => {
  const good: ReadonlyArray<readonly [string, string]> = [
    ['https://example.org/page', 'https://example.org/page'],
    ['http://example.org', 'http://example.org/'],
    ['  example.org/a b ', 'https://example.org/a%20b'],
    ['example.org:8443/x', 'https://example.org:8443/x'],
  ];
  for (const [typed, url] of good) it(`takes "${typed}"`, () => expect(typedLink(typed, '')?.url).to.equal(url));
  for (const typed of ['', '   ', 'hello', 'not a link', 'javascript:alert(1)', 'mailto:a@example.org', 'file:///etc'])
    it(`refuses "${typed}"`, () => expect(typedLink(typed, '')).to.equal(null));
  it('refuses an address that is too long to keep', () => {
    expect(typedLink(`https://example.org/${'x'.repeat(2000)}`, '')).to.equal(null);
  });
  it('keeps the title, or else names the site', () => {
    expect(typedLink('example.org', ' Call log ')?.title).to.equal('Call log');
    expect(typedLink('https://example.org/page', ' ')?.title).to.equal('example.org');
  });
});
