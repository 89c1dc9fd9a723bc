import { expect } from 'chai';
import { linkTo } from '../../../lti-tool/lti/link-header.ts';

const base = 'https://moodle.example/memberships?limit=2';
const next = (header: string | undefined) => linkTo('next', header, base);

describe('Link headers', () => {
  it('finds the next page', () =>
    expect(next('<https://moodle.example/memberships?limit=2&from=2>; rel="next"')).to.equal(
      'https://moodle.example/memberships?limit=2&from=2',
    ));
  it('finds it among others, whatever the order and quoting', () => {
    expect(next('<https://a.example/1>; rel=first, <https://a.example/2>; title="x"; REL=Next')).to.equal(
      'https://a.example/2',
    );
    expect(next('<https://a.example/2>; rel="last next"')).to.equal('https://a.example/2');
  });
  it('keeps commas and semicolons inside an address', () =>
    expect(next('<https://a.example/?ids=1,2;3>; rel="next"')).to.equal('https://a.example/?ids=1,2;3'));
  it('resolves a relative address', () =>
    expect(next('<?from=2>; rel="next"')).to.equal('https://moodle.example/memberships?from=2'));
  it('finds none where there is none', () => {
    for (const header of [
      undefined,
      '',
      'nonsense',
      '<unclosed; rel="next"',
      '<https://a.example/>; rel="prev"',
      '<http://[>; rel="next"',
    ])
      expect(next(header)).to.equal(null);
  });
  it('is not taken in by curly quotes, as Moodle writes them for line items', () =>
    expect(next('<https://a.example/?limit=1&amp;from=1>; rel=“next”')).to.equal(null));
  it('reads a megabyte at once', () => {
    const header = `${'<https://a.example/>; rel="prev", '.repeat(30_000)}<https://a.example/end>; rel="next"`;
    expect(next(header)).to.equal('https://a.example/end');
  });
});
