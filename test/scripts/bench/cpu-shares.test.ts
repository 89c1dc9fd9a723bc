import { expect } from 'chai';
import { type CpuProfile, cpuShares, embeddedShare, sharesInWords } from '../../../scripts/bench/cpu-shares.ts';

const frame = (functionName: string, url = '') => ({ functionName, url });
/** A call tree: root -> idle, root -> store -> (mongoose of ltijs -> native), root -> collector. */
const nodes: CpuProfile['nodes'] = [
  { id: 1, callFrame: frame('(root)'), children: [2, 3, 6, 7, 8] },
  { id: 2, callFrame: frame('(idle)') },
  { id: 3, callFrame: frame('find', 'file:///app/lti-tool/store/people-store.ts'), children: [4] },
  { id: 4, callFrame: frame('exec', '/app/node_modules/ltijs/node_modules/mongoose/lib/query.js'), children: [5] },
  { id: 5, callFrame: frame('writev') },
  { id: 6, callFrame: frame('(garbage collector)') },
  { id: 7, callFrame: frame('(program)') },
  { id: 8, callFrame: frame('lookUp', '/app/lti-tool/store/embedded/documents/collection-index.ts') },
];
const sharesOf = (samples: number[], timeDeltas: number[]) => cpuShares({ nodes, samples, timeDeltas });

describe('the shares of a CPU profile', () => {
  it('name packages, our own rooms, and the garbage collector', () => {
    expect(sharesOf([3, 4, 6, 8], [40, 30, 20, 10])).to.deep.equal([
      { owner: 'store', share: 0.4 },
      { owner: 'mongoose', share: 0.3 },
      { owner: 'garbage collection', share: 0.2 },
      { owner: 'embedded database', share: 0.1 },
    ]);
  });

  it('count a native function for whoever called it', () => {
    expect(sharesOf([5], [10])).to.deep.equal([{ owner: 'mongoose', share: 1 }]);
    expect(sharesOf([7], [10])).to.deep.equal([{ owner: 'native code', share: 1 }]);
  });

  it('tell how much of it was done for the embedded database', () => {
    const called = [...nodes, { id: 9, callFrame: frame('serialize', '/app/node_modules/bson/lib/bson.cjs') }];
    const tree = called.map((node) => (node.id === 8 ? { ...node, children: [9] } : node));
    expect(embeddedShare({ nodes: tree, samples: [2, 3, 8, 9], timeDeltas: [900, 50, 20, 30] })).to.equal(0.5);
    expect(embeddedShare({ nodes: tree, samples: [2], timeDeltas: [9] })).to.equal(0);
  });

  it('leave waiting out', () => {
    expect(sharesOf([2, 3], [900, 100])).to.deep.equal([{ owner: 'store', share: 1 }]);
    expect(sharesOf([2], [900])).to.deep.equal([]);
  });

  it('are said in words, largest first', () => {
    const shares = sharesOf([3, 4, 8], [50, 30, 20]);
    expect(sharesInWords(shares, 2)).to.equal('store 50%, mongoose 30%');
  });
});
