import { expect } from 'chai';
import { foldedAtFirst } from '../../../../lti-tool/panel/criteria/folding.ts';
import { criterion, smallQualification } from '../small-qualification.ts';

describe('foldedAtFirst', () => {
  const both = ['201', '202'];
  it('opens the first unit where nothing is ticked', () => {
    expect([...foldedAtFirst(smallQualification, both, new Set())]).to.deep.equal(['202']);
  });
  it('opens the units with ticks, and no others', () => {
    expect([...foldedAtFirst(smallQualification, both, new Set([criterion('202/1.1')]))]).to.deep.equal(['201']);
  });
  it('opens the only chosen unit', () => {
    expect([...foldedAtFirst(smallQualification, ['202'], new Set())]).to.deep.equal([]);
  });
});
