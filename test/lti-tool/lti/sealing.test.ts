import { expect } from 'chai';
import { createSeal } from '../../../lti-tool/lti/sealing.ts';

describe('sealed items', () => {
  const seal = createSeal('one secret of thirty-two characters');
  const item = { key: 'ż', list: [1, null] };

  it('open as they were', () => expect(seal.open(seal.close(item, 'here'), 'here')).to.deep.equal(item));
  it('look different each time', () =>
    expect(seal.close(item, 'here').data).not.to.equal(seal.close(item, 'here').data));
  it('do not open elsewhere', () => expect(() => seal.open(seal.close(item, 'here'), 'there')).to.throw());
  it('do not open under another secret', () =>
    expect(() => createSeal('another secret').open(seal.close(item, 'here'), 'here')).to.throw());
  it('do not open changed or cut', () => {
    const { iv, data } = seal.close(item, 'here');
    const bytes = Buffer.from(data, 'base64');
    bytes[0] = (bytes[0] ?? 0) ^ 1;
    expect(() => seal.open({ iv, data: bytes.toString('base64') }, 'here')).to.throw();
    expect(() => seal.open({ iv, data: data.slice(0, 8) }, 'here')).to.throw();
  });
});
