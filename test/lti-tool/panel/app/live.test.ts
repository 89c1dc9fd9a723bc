import { expect } from 'chai';
import { Live } from '../../../../lti-tool/panel/app/live.ts';
import { handTimers } from '../learner/hand-timers.ts';

function setUp() {
  const timers = handTimers(1_000_000);
  const state = { hidden: false, touchedAt: 1_000_000, looks: 0, fail: false };
  const live = new Live({
    ...timers,
    look: async () => {
      state.looks += 1;
      if (state.fail) throw new Error('no connection');
    },
    isHidden: () => state.hidden,
    touchedAt: () => state.touchedAt,
  });
  const settled = () => new Promise((resolve) => setImmediate(resolve));
  const next = async () => {
    timers.pass(timers.due()[0] ?? 0);
    await settled();
  };
  return { timers, state, live, next };
}

describe('looking again and again', () => {
  it('is every four seconds while somebody works here', async () => {
    const { timers, state, next } = setUp();
    expect(timers.due()).to.deep.equal([4_000]);
    await next();
    await next();
    expect(state.looks).to.equal(2);
    expect(timers.due()).to.deep.equal([4_000]);
  });
  it('is slower once nobody touches anything, and slower still where nobody can see it', async () => {
    const { timers, state, next } = setUp();
    state.touchedAt -= 200_000;
    await next();
    expect(timers.due()).to.deep.equal([15_000]);
    state.hidden = true;
    await next();
    expect(timers.due()).to.deep.equal([60_000]);
  });
  it('backs off while it fails, and is as quick as before once it works', async () => {
    const { timers, state, next } = setUp();
    state.fail = true;
    const waits: number[] = [];
    for (let n = 0; n < 7; n += 1) {
      await next();
      waits.push(timers.due()[0] ?? 0);
    }
    expect(waits).to.deep.equal([8_000, 16_000, 32_000, 64_000, 120_000, 120_000, 120_000]);
    state.fail = false;
    await next();
    expect(timers.due()[0]).to.be.oneOf([4_000, 15_000]);
  });
  it('is at once when asked, and never twice at the same time', async () => {
    const { timers, state, live } = setUp();
    await Promise.all([live.now(), live.now()]);
    expect(state.looks).to.equal(1);
    expect(timers.due()).to.have.length(1);
  });
  it('ends when it is stopped', async () => {
    const { timers, state, live } = setUp();
    live.stop();
    expect(timers.due()).to.deep.equal([]);
    await live.now();
    expect(state.looks).to.equal(0);
  });
});
