import { expect } from 'chai';
import { createBreaker } from '../../../lti-tool/publisher/breaker.ts';

describe('the circuit breaker of a platform', () => {
  let now = 0;
  beforeEach(() => {
    now = 1_000_000;
  });
  const breaker = () => createBreaker({ now: () => now, random: () => 1 });
  const failing = (times: number) => {
    const made = breaker();
    for (let time = 0; time < times; time += 1) made.tell('down', null);
    return made;
  };

  it('lets all through while the platform answers, also after a few failures', () => {
    expect(breaker().allows(8)).to.equal(8);
    expect(failing(4).allows(8)).to.equal(8);
  });
  it('lets nothing through after five failures in a row, then one probe', () => {
    const made = failing(5);
    expect(made.allows(8)).to.equal(0);
    now += 4_000;
    expect(made.allows(8)).to.equal(1);
  });
  it('rests longer after each failed probe, five minutes at most', () => {
    const made = failing(5);
    const rests: number[] = [];
    for (let probe = 0; probe < 9; probe += 1) {
      rests.push(made.opensAt() - now);
      now = made.opensAt();
      made.tell('down', null);
    }
    expect(rests).to.deep.equal([4_000, 8_000, 16_000, 32_000, 64_000, 128_000, 256_000, 300_000, 300_000]);
  });
  it('lets all through again after one success', () => {
    const made = failing(5);
    now += 4_000;
    made.tell('up', null);
    expect(made.allows(8)).to.equal(8);
  });
  it('waits at once when the platform asks for it, as long as it asks', () => {
    const made = breaker();
    made.tell('down', 30_000);
    expect(made.allows(8)).to.equal(0);
    now += 29_999;
    expect(made.allows(8)).to.equal(0);
    now += 1;
    expect(made.allows(8)).to.equal(8);
  });
  it('takes answers that say nothing of the platform for nothing', () => {
    const made = failing(4);
    made.tell('untouched', null);
    made.tell('down', null);
    expect(made.allows(8)).to.equal(0);
  });
  it('does not rest for longer because the clock stepped back', () => {
    const made = failing(5);
    now -= 3_600_000;
    expect(made.allows(8)).to.equal(1);
  });
});
