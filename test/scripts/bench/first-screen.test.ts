import { expect } from 'chai';
import { type BuiltScripts, closureOf, scriptOf } from '../../../scripts/bench/first-screen.ts';

const scripts: BuiltScripts = new Map([
  ['panel-1.js', { code: 'import{a as b}from"./chunk-2.js";import("./chunk-3.js").then(c)', sources: ['../main.tsx'] }],
  ['chunk-2.js', { code: 'import"./chunk-4.js";export{a}', sources: ['../app/App.tsx'] }],
  [
    'chunk-3.js',
    { code: 'import{d}from"./chunk-2.js";import{e}from"./chunk-4.js"', sources: ['../learner/LearnerApp.tsx'] },
  ],
  ['chunk-4.js', { code: 'export{e}', sources: ['preact.js'] }],
]);

describe('the scripts of a first screen', () => {
  it('are what the entry imports, and what that imports, but not what waits to be called', () => {
    expect(closureOf(scripts, ['panel-1.js'])).to.deep.equal(['panel-1.js', 'chunk-2.js', 'chunk-4.js']);
  });

  it('are each counted once', () => {
    expect(closureOf(scripts, ['panel-1.js', 'chunk-3.js'])).to.deep.equal([
      'panel-1.js',
      'chunk-2.js',
      'chunk-4.js',
      'chunk-3.js',
    ]);
  });

  it('are found by the source that they were built from', () => {
    expect(scriptOf(scripts, 'learner/LearnerApp.tsx')).to.equal('chunk-3.js');
    expect(() => scriptOf(scripts, 'learner/Renamed.tsx')).to.throw('No built script holds learner/Renamed.tsx');
  });
});
