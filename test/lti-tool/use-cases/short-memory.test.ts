import { expect } from 'chai';
import { createShortMemory } from '../../../lti-tool/use-cases/short-memory.ts';

describe('the memory of what was just read', () => {
  const setUp = (most?: number) => {
    const clock = { time: 1_000_000, now: () => clock.time };
    const memory = createShortMemory<string>({ clock, lifeMs: 2_000, ...(most === undefined ? {} : { most }) });
    const reads: string[] = [];
    const recall = (key: string, value: string | null = key) =>
      memory.recall(key, async () => {
        reads.push(key);
        return value;
      });
    return { clock, memory, reads, recall };
  };

  it('reads once for a burst, and again after its time', async () => {
    const { clock, reads, recall } = setUp();
    expect(await Promise.all([recall('a'), recall('a')])).to.deep.equal(['a', 'a']);
    clock.time += 1_999;
    await recall('a');
    expect(reads).to.deep.equal(['a']);
    clock.time += 1;
    await recall('a');
    expect(reads).to.deep.equal(['a', 'a']);
  });
  it('reads again when the clock was put back', async () => {
    const { clock, reads, recall } = setUp();
    await recall('a');
    clock.time -= 1;
    await recall('a');
    expect(reads).to.deep.equal(['a', 'a']);
  });
  it('remembers neither that there was nothing nor that reading failed', async () => {
    const { memory, reads, recall } = setUp();
    expect(await recall('a', null)).to.equal(null);
    const failed = await memory.recall('a', () => Promise.reject(new Error('away'))).catch((error: Error) => error);
    expect(failed).to.be.instanceOf(Error);
    expect(await recall('a')).to.equal('a');
    expect(reads).to.deep.equal(['a', 'a']);
  });
  it('forgets, also what was being read meanwhile', async () => {
    const { memory, reads, recall } = setUp();
    let found: (value: string) => void = () => undefined;
    const old = memory.recall('a', () => new Promise((resolve) => (found = resolve)));
    memory.forget('a');
    found('old');
    expect(await old).to.equal('old');
    expect(await recall('a', 'new')).to.equal('new');
    memory.forgetAll();
    await recall('a', 'newer');
    expect(reads).to.deep.equal(['a', 'a']);
  });
  it('keeps so many and no more, the oldest going first', async () => {
    const { reads, recall } = setUp(2);
    for (const key of ['a', 'b', 'c', 'c', 'b', 'a']) await recall(key);
    expect(reads).to.deep.equal(['a', 'b', 'c', 'a']);
  });
});
