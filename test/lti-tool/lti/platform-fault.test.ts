import { expect } from 'chai';
import { retryAfterMs } from '../../../lti-tool/lti/platform-fault.ts';

describe('Retry-After', () => {
  const now = Date.parse('2026-11-23T10:00:00Z');
  it('reads seconds', () => expect(retryAfterMs(' 120 ', now)).to.equal(120_000));
  it('reads a date', () => expect(retryAfterMs('Mon, 23 Nov 2026 10:00:30 GMT', now)).to.equal(30_000));
  it('takes a date that has passed for now', () =>
    expect(retryAfterMs('Mon, 23 Nov 2026 09:00:00 GMT', now)).to.equal(0));
  it('waits a day at most', () => expect(retryAfterMs('999999999', now)).to.equal(86_400_000));
  it('knows nothing from nothing or nonsense', () => {
    for (const header of [undefined, '', 'soon', '-5 apples']) expect(retryAfterMs(header, now)).to.equal(null);
  });
});
