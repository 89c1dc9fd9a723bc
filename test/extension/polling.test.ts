import { expect } from 'chai';
import { backOff, poll } from '../../extension/background/polling.ts';
import { counts, openWorld, type World } from './world.ts';

const minute = 60_000;

describe('polling', () => {
  let world: World;
  beforeEach(async () => {
    world = openWorld();
    await world.pair();
  });
  /** A poll by a background that knows only what is stored: as after every stop. */
  const tick = () => poll(world.background());
  const polls = () => world.sent.filter(({ name }) => name === 'counts');

  it('asks at most once a minute', async () => {
    for (let second = 0; second < 10; second += 1) await tick();
    expect(polls()).to.have.length(0);
    world.advance(minute);
    await tick();
    await tick();
    expect(polls()).to.have.length(1);
  });

  it('shows what it learns, and survives being stopped between any two steps', async () => {
    expect(world.badge().text).to.equal('2');
    world.answers.set('counts', world.ok(counts(5), '"five"'));
    world.advance(minute);
    await tick();
    expect(world.badge().text).to.equal('5');
    world.answers.set('counts', { kind: 'unchanged' });
    world.advance(minute);
    await tick();
    expect(polls().at(-1)?.tag).to.equal('"five"');
    expect(world.badge().text).to.equal('5');
  });

  it('backs off while the tool is away, shows "?" when the number is old, and recovers', async () => {
    world.answers.set('counts', { kind: 'away', retryAfterMs: null });
    for (let passed = 0; passed < 60; passed += 1) {
      world.advance(minute);
      await tick();
    }
    expect(polls().length).to.be.within(3, 8);
    expect(world.badge().text).to.equal('?');
    world.answers.set('counts', world.ok(counts(1)));
    world.advance(40 * minute);
    await tick();
    expect(world.badge().text).to.equal('1');
  });

  it('keeps a number that is known for a while when one poll fails', async () => {
    world.answers.set('counts', { kind: 'away', retryAfterMs: null });
    world.advance(minute);
    await tick();
    expect(world.badge().text).to.equal('2');
  });

  it('obeys a tool that says when to come again', () => {
    expect(backOff(1, 10 * minute, () => 0)).to.equal(10 * minute);
    expect(backOff(30, null, () => 1)).to.be.at.most(40 * minute);
    expect(backOff(2, null, () => 0.5)).to.equal(2 * minute);
  });

  it('asks no more once the token is lost', async () => {
    world.answers.set('counts', { kind: 'lost' });
    world.advance(minute);
    await tick();
    expect(world.badge().text).to.equal('?');
    world.advance(minute);
    await tick();
    expect(polls()).to.have.length(1);
  });
});
