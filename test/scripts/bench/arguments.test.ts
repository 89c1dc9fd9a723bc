import { expect } from 'chai';
import { readWish, UsageError } from '../../../scripts/bench/arguments.ts';

const known = ['launch', 'marks', 'matrix'];
const wish = (...words: string[]) => readWish(words, known);

describe('the command line of the benchmark', () => {
  it('runs every part without words', () => {
    expect(wish()).to.deep.equal({ parts: known, write: false, quick: false, profiles: null, keepBuild: false });
  });

  it('runs the parts named, in the order of the table', () => {
    expect(wish('matrix', 'launch').parts).to.deep.equal(['launch', 'matrix']);
  });

  it('knows its options', () => {
    expect(wish('marks', '--quick', '--keep-build', '--profiles=/tmp/p')).to.deep.include({
      quick: true,
      keepBuild: true,
      profiles: '/tmp/p',
    });
    expect(wish('--write').write).to.equal(true);
  });

  it('writes the numbers of one whole run only', () => {
    expect(() => wish('marks', '--write')).to.throw(UsageError, /one whole run/);
    expect(() => wish('--quick', '--write')).to.throw(UsageError, /one whole run/);
  });

  it('names what it does not know, and the parts there are', () => {
    expect(() => wish('lunch', '--fast')).to.throw(
      UsageError,
      /^Unknown: lunch, --fast\n.*\nParts: launch, marks, matrix$/,
    );
  });
});
