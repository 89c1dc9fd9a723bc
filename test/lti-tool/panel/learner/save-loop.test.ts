import { expect } from 'chai';
import { SaveLoop } from '../../../../lti-tool/panel/learner/save-loop.ts';
import type { ErrorCode } from '../../../../shared/api/errors.ts';
import { ApiError } from '../../../../shared/client/api-client.ts';
import { handTimers } from './hand-timers.ts';

/** Work to save: each part is sent by one call; `answer` decides how the calls end. */
function setUp(parts: string[]) {
  const timers = handTimers(1000);
  const sent: string[] = [];
  let answer: () => Promise<void> = async () => {};
  const loop = new SaveLoop(() => {
    const [part] = parts;
    if (part === undefined) return null;
    return async () => {
      sent.push(part);
      await answer();
      parts.shift();
    };
  }, timers);
  const answerWith = (next: () => Promise<void>) => {
    answer = next;
  };
  const failWith = (code: ErrorCode | 'offline') => answerWith(() => Promise.reject(new ApiError(code, code)));
  return { loop, parts, sent, timers, answerWith, failWith };
}
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('SaveLoop', () => {
  it('saves a short while after the last change', async () => {
    const { loop, timers, sent } = setUp(['a']);
    loop.touch();
    timers.pass(600);
    loop.touch();
    timers.pass(600);
    expect(sent).to.deep.equal([]);
    timers.pass(100);
    await settled();
    expect(sent).to.deep.equal(['a']);
    expect(loop.state.value).to.deep.equal({ kind: 'saved', at: 2300 });
  });
  it('saves now and then while somebody types without a pause', async () => {
    const { loop, timers, sent } = setUp(['a']);
    for (let typed = 0; typed < 11; typed += 1) {
      loop.touch();
      timers.pass(500);
    }
    await settled();
    expect(sent).to.deep.equal(['a']);
  });
  it('says that it saves from the first change on', () => {
    const { loop } = setUp(['a']);
    loop.touch();
    expect(loop.state.value.kind).to.equal('saving');
  });
  it('saves one part after another, also what is added meanwhile', async () => {
    const { loop, parts, sent } = setUp(['a', 'b']);
    const done = loop.flush();
    parts.push('c');
    loop.touch();
    expect(await done).to.equal(true);
    expect(sent).to.deep.equal(['a', 'b', 'c']);
  });
  it('never sends twice at once', async () => {
    const { loop, sent, answerWith } = setUp(['a']);
    let release = () => {};
    answerWith(
      () =>
        new Promise((resolve) => {
          release = resolve;
        }),
    );
    const both = [loop.flush(), loop.flush()];
    await settled();
    expect(sent).to.deep.equal(['a']);
    release();
    expect(await Promise.all(both)).to.deep.equal([true, true]);
  });
  it('keeps what could not be sent, and tries again with growing pauses', async () => {
    const { loop, timers, sent, failWith } = setUp(['a']);
    failWith('offline');
    expect(await loop.flush()).to.equal(false);
    expect(loop.state.value).to.include({ kind: 'kept' });
    const pauses: number[] = [];
    for (let round = 0; round < 6; round += 1) {
      const [pause = 0] = timers.due();
      pauses.push(pause);
      timers.pass(pause);
      await settled();
    }
    expect(pauses).to.deep.equal([2000, 4000, 8000, 16_000, 30_000, 30_000]);
    expect(sent).to.have.length(7);
  });
  it('is saved once the connection is back', async () => {
    const { loop, timers, parts, failWith, answerWith } = setUp(['a']);
    failWith('offline');
    await loop.flush();
    answerWith(async () => {});
    timers.pass(2000);
    await settled();
    expect(parts).to.deep.equal([]);
    expect(loop.state.value.kind).to.equal('saved');
  });
  it('does not hurry the next try because of more changes', async () => {
    const { loop, timers, failWith } = setUp(['a']);
    failWith('unavailable');
    await loop.flush();
    loop.touch();
    expect(timers.due()).to.deep.equal([2000]);
  });
  it('stops where trying again would not help', async () => {
    const { loop, timers, failWith } = setUp(['a']);
    failWith('evidenceLocked');
    expect(await loop.flush()).to.equal(false);
    expect(loop.state.value).to.include({ kind: 'refused' });
    expect(timers.due()).to.deep.equal([]);
  });
  it('keeps its words when a change is taken back before it was sent', async () => {
    const { loop, timers, parts } = setUp(['a']);
    loop.touch();
    parts.pop();
    timers.pass(700);
    await settled();
    expect(loop.state.value).to.deep.equal({ kind: 'saved', at: null });
  });
  it('sends nothing more after it is closed', async () => {
    const { loop, timers, sent } = setUp(['a']);
    loop.touch();
    loop.close();
    timers.pass(5000);
    expect(await loop.flush()).to.equal(false);
    expect(sent).to.deep.equal([]);
  });
});
