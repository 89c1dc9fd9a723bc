import { expect } from 'chai';
import { type TreeFilter, treeRows } from '../../../../lti-tool/panel/criteria/tree-rows.ts';
import { criterion, smallQualification } from '../small-qualification.ts';

const everything: TreeFilter = { unitRefs: ['201', '202'], query: '', folded: new Set(), only: null };
const keys = (filter: Partial<TreeFilter>) =>
  treeRows(smallQualification, { ...everything, ...filter }).map((row) => row.key);

describe('treeRows', () => {
  it('lists units, outcomes and criteria in the order of the specification', () => {
    expect(keys({})).to.deep.equal([
      '201',
      '201#1',
      '201/1.1',
      '201/1.2',
      '201#2',
      '201/2.1',
      '202',
      '202#1',
      '202/1.1',
      '202/1.10',
    ]);
  });
  it('leaves out units that are not chosen', () => {
    expect(keys({ unitRefs: ['202'] })).to.deep.equal(['202', '202#1', '202/1.1', '202/1.10']);
  });
  it('keeps the head of a folded unit, with the criteria its box stands for', () => {
    const [unit, next] = treeRows(smallQualification, { ...everything, folded: new Set(['201']) });
    expect(unit).to.include({ kind: 'unit', key: '201', open: false });
    expect(unit?.kind === 'unit' && unit.criteria).to.have.length(3);
    expect(next?.key).to.equal('202');
  });
  it('finds a criterion by unit and number', () => {
    expect(keys({ query: '201 1.2' })).to.deep.equal(['201', '201#1', '201/1.2']);
  });
  it('finds the criteria of an outcome by its number, and does not take 1.10 for 1.1', () => {
    expect(keys({ query: '201 1' })).to.deep.equal(['201', '201#1', '201/1.1', '201/1.2']);
    expect(keys({ query: '202 1.1' })).to.deep.equal(['202', '202#1', '202/1.1']);
  });
  it('finds by all words, in the criterion or the title of its unit', () => {
    expect(keys({ query: 'EXPLAIN brand' })).to.deep.equal(['201', '201#2', '201/2.1']);
    expect(keys({ query: 'deliver products' })).to.deep.equal(['201', '201#1', '201/1.2']);
  });
  it('unfolds what a search finds', () => {
    expect(keys({ query: 'brand', folded: new Set(['201']) })).to.include('201/2.1');
  });
  it('shows nothing when nothing matches', () => {
    expect(keys({ query: 'zebra' })).to.deep.equal([]);
  });
  it('shows only the criteria asked for', () => {
    expect(keys({ only: new Set([criterion('202/1.10')]) })).to.deep.equal(['202', '202#1', '202/1.10']);
  });
});
