import { expect } from 'chai';
import { createKeySets } from '../../../lti-tool/lti/key-sets.ts';
import { createOutbound } from '../../../lti-tool/lti/outbound.ts';
import { type FakePlatform, json, startFakePlatform } from '../../builders/lti/fake-platform.ts';
import { testClock } from '../../builders/lti/started-edge.ts';

describe('key sets of platforms', () => {
  let platform: FakePlatform;
  const outbound = createOutbound({ allowLocal: true });
  beforeEach(async () => {
    platform = await startFakePlatform();
  });
  afterEach(() => platform.close());
  after(() => outbound.close());

  function cache() {
    const clock = testClock();
    const sets = createKeySets({ outbound, clock });
    const kind = async (kid: string) => (await sets.find(`${platform.url}/jwks`, kid)).kind;
    const asked = () => platform.requestsFor('/jwks').length;
    return { clock, kind, asked };
  }

  it('asks once for many launches at once', async () => {
    const { kind, asked } = cache();
    const kinds = await Promise.all(Array.from({ length: 10 }, () => kind('platform-key-1')));
    expect(new Set(kinds)).to.deep.equal(new Set(['key']));
    expect(asked()).to.equal(1);
  });
  it('asks again for an unknown key, at most once in 30 s', async () => {
    const { kind, asked, clock } = cache();
    expect([await kind('new'), await kind('new'), await kind('newer')]).to.deep.equal([
      'unknown',
      'unknown',
      'unknown',
    ]);
    expect(asked()).to.equal(1);
    clock.pass(30_000);
    expect(await kind('new')).to.equal('unknown');
    expect(asked()).to.equal(2);
  });
  it('asks again after an hour, so that withdrawn keys go', async () => {
    const { kind, clock } = cache();
    await kind('platform-key-1');
    platform.at('/jwks', json({ keys: [] }));
    clock.pass(3_599_999);
    expect(await kind('platform-key-1')).to.equal('key');
    clock.pass(1);
    expect(await kind('platform-key-1')).to.equal('unknown');
  });
  it('keeps known keys for a day while the platform is down', async () => {
    const { kind, clock } = cache();
    await kind('platform-key-1');
    platform.at('/jwks', json({}, 503));
    clock.pass(23 * 3_600_000);
    expect([await kind('platform-key-1'), await kind('new')]).to.deep.equal(['key', 'unavailable']);
    clock.pass(3_600_000);
    expect(await kind('platform-key-1')).to.equal('unavailable');
  });
  it('tries a platform that failed again after 5 s', async () => {
    const { kind, asked, clock } = cache();
    platform.at('/jwks', json({}, 503));
    expect([await kind('platform-key-1'), await kind('platform-key-1')]).to.deep.equal(['unavailable', 'unavailable']);
    expect(asked()).to.equal(1);
    platform.at('/jwks', json({ keys: [platform.key.jwk] }));
    clock.pass(5_000);
    expect(await kind('platform-key-1')).to.equal('key');
  });
  it('looks at a hundred keys of a set', async () => {
    const { kind } = cache();
    const many = Array.from({ length: 120 }, (_, at) => ({ ...platform.key.jwk, kid: `key-${at}` }));
    platform.at('/jwks', json({ keys: many }));
    expect([await kind('key-99'), await kind('key-100')]).to.deep.equal(['key', 'unknown']);
  });
});
