import { expect } from 'chai';
import { matrixColumns } from '../../../../lti-tool/panel/matrix/matrix-columns.ts';
import { csvField, matrixCsv } from '../../../../lti-tool/panel/matrix/matrix-csv.ts';
import { qualification } from '../assessor/review/evidence-sample.ts';
import { row } from './matrix-sample.ts';

describe('a CSV field', () => {
  for (const start of ['=', '+', '-', '@', '\t=', ' =', '\r'])
    it(`that starts with ${JSON.stringify(start)} cannot run as a formula`, () => {
      expect(csvField(`${start}HYPERLINK(1)`).replace(/^"/, '')).to.match(/^'/);
    });

  it('is quoted where it holds a comma, a quote or a line break', () => {
    expect(csvField('Hart, Amelia')).to.equal('"Hart, Amelia"');
    expect(csvField('Amelia "Amy" Hart')).to.equal('"Amelia ""Amy"" Hart"');
    expect(csvField('a\nb')).to.equal('"a\nb"');
  });

  it('is left alone otherwise', () => {
    expect(csvField("Liam O'Connor")).to.equal("Liam O'Connor");
    expect(csvField(-3)).to.equal('-3');
  });
});

describe('the matrix as CSV', () => {
  const amy = { ...row('=Amy', 'catrnd.--'), waits: [{ unitRef: '201', since: '2026-11-09T10:00:00.000Z' }] };

  it('has a head, a line for each learner and a word for each standing', () => {
    const csv = matrixCsv([amy], matrixColumns(qualification, 'criteria'), 'criteria', () => ['Priya', 'Tom']);
    expect(csv.startsWith('\ufeff')).to.equal(true);
    expect(csv.slice(1).split('\r\n')).to.deep.equal([
      'Learner,Assessors,Confirmed,Of,Waiting since,201 1.1,201 1.2,201 1.3,201 2.1,201 2.2,202 1.1,202 1.2,203 1.1,203 1.2',
      "'=Amy,Priya; Tom,1,7,2026-11-09,Confirmed,Awaiting assessor,Awaiting countersign,Reopened,Not agreed,Draft,Not started,Not in their units,Not in their units",
      '',
    ]);
  });

  it('is that of the units or outcomes that are shown', () => {
    const lines = (mode: 'units' | 'outcomes', unit: string | null) =>
      matrixCsv([amy], matrixColumns(qualification, mode, unit), mode, () => [])
        .slice(1)
        .split('\r\n');
    expect(lines('units', null)).to.deep.equal([
      'Learner,Assessors,Confirmed,Of,Waiting since,201,202,203',
      '\'=Amy,,1,7,2026-11-09,"1 of 5, 2 waiting",0 of 2,Not in their units',
      '',
    ]);
    expect(lines('outcomes', '201')[0]).to.equal('Learner,Assessors,Confirmed,Of,Waiting since,201 1,201 2');
    expect(lines('outcomes', '202')[1]).to.contain(',1,7,,0 of 2');
  });

  it('says where a criterion is confirmed on too little evidence', () => {
    const columns = matrixColumns(qualification, 'criteria', '203');
    expect(matrixCsv([row('Amy', '.......p.')], columns, 'criteria', () => [])).to.contain(
      'Confirmed, more evidence needed',
    );
  });
});
