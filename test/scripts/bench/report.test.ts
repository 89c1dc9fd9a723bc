import { expect } from 'chai';
import { reportPage, verdict } from '../../../scripts/bench/report.ts';

const results = {
  marks: { title: 'Saving ticks', rows: [{ what: '60 marks', measured: 4, unit: 'ms', aim: 10 }] },
  start: {
    title: 'Start of the tool',
    rows: [
      { what: 'empty', measured: 700, unit: 'ms' },
      { what: 'filled', measured: 900, unit: 'ms', aim: 800 },
    ],
  },
};
const machine = {
  date: '2026-11-23',
  processor: 'A processor',
  cores: 2,
  memory: 8,
  node: '20.20.2',
  system: 'Linux 6',
};

describe('the report of a benchmark', () => {
  it('counts the aims that are met, of the rows that have one', () => {
    expect(verdict(results)).to.equal('1 of 2 aims are met.');
  });

  it('names a part that failed beside the others’ results', () => {
    const failed = { ...results, launch: { title: 'A launch', rows: [], failure: 'Error: no port' } };
    expect(verdict(failed)).to.equal('1 of 2 aims are met. The part launch was not measured: Error: no port.');
  });

  it('says on which machine, what, and what each part is', () => {
    const page = reportPage(results, machine);
    expect(page).to.include('Measured on 2026-11-23');
    expect(page).to.include('A processor with 2 cores and 8 GB, Linux 6, Node.js 20.20.2');
    expect(page).to.match(/\| start +\| filled +\| +900 \| ms +\| ≤ 800 \| NO/);
    expect(page).to.include('- **marks**: Saving ticks.');
  });
});
