import { expect } from 'chai';
import fc from 'fast-check';
import { type CriterionId, criterionIdOf, idPattern, parseId } from '../../../shared/domain/ids.ts';

describe('ids', () => {
  const good = ['a', '7', '6565a1', '201/1.1', 'https://moodle.example:8443/x_y-z', 'a'.repeat(128)];
  for (const text of good) {
    it(`take ${JSON.stringify(text.slice(0, 40))}`, () => {
      expect(parseId<CriterionId>(text)).to.equal(text);
    });
  }

  const bad: ReadonlyArray<readonly [string, string]> = [
    ['an empty text', ''],
    ['a text of 129 characters', 'a'.repeat(129)],
    ['a dot segment', '..'],
    ['a path from the root', '/etc/passwd'],
    ['a path that starts with dots', '../evidence'],
    ['a space', 'a b'],
    ['a line end', 'a\n'],
    ['a null character', 'a\0'],
    ['a percent sign', 'a%2e'],
    ['a backslash', 'a\\b'],
    ['a question mark', 'a?b'],
    ['a hash sign', 'a#b'],
    ['a query operator', '$ne'],
    ['markup', '<b>'],
    ['letters outside ASCII', 'Łuk'],
  ];
  for (const [what, text] of bad) {
    it(`refuse ${what}`, () => {
      expect(() => parseId(text)).to.throw(TypeError, 'That is not an id.');
    });
  }

  it('never carry a sign with a meaning in a URL beyond "/" and ":"', () => {
    fc.assert(
      fc.property(fc.stringMatching(idPattern), (id) => {
        expect(encodeURIComponent(id).replaceAll('%2F', '/').replaceAll('%3A', ':')).to.equal(id);
      }),
    );
  });

  it('of a criterion are its unit and its ref', () => {
    expect(criterionIdOf('201', '1.1')).to.equal('201/1.1');
  });

  it('of a criterion refuse a unit ref that is not shaped like one', () => {
    expect(() => criterionIdOf('', '1.1')).to.throw(TypeError);
    expect(() => criterionIdOf('Unit 201', '1.1')).to.throw(TypeError);
  });
});
