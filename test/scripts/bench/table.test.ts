import { expect } from 'chai';
import { figure, tableOf } from '../../../scripts/bench/table.ts';

describe('a figure of the table', () => {
  const cases: ReadonlyArray<readonly [value: number, text: string]> = [
    [0, '0'],
    [0.12345, '0.123'],
    [2.5, '2.5'],
    [34.56, '34.6'],
    [99.96, '100'],
    [423.4, '423'],
    [12_345.6, '12,346'],
  ];
  for (const [value, text] of cases) {
    it(`shows ${value} as ${text}`, () => expect(figure(value)).to.equal(text));
  }
});

describe('the table of a run', () => {
  const table = tableOf([
    {
      name: 'marks',
      rows: [
        { what: '60 marks', measured: 4.2, unit: 'ms', aim: 10, note: 'median of 50' },
        { what: 'a | b', measured: 1_234, unit: 'ms', aim: 10 },
      ],
    },
    { name: 'start', rows: [{ what: 'empty', measured: 700, unit: 'ms' }] },
  ]);
  const lines = table.split('\n');

  it('is Markdown with a line for each row', () => {
    expect(lines).to.have.length(5);
    expect(lines[0]).to.match(/^\| Part +\| What +\| +Measured \| Unit \| +Aim \| Met \| /);
    expect(lines[1]).to.match(/^\| -+ \| -+ \| -+: \| -+ \| -+: \| -+ \| --- \|$/);
  });

  it('says whether each aim is met, and nothing where there is none', () => {
    expect(lines[2]).to.match(/^\| marks \| 60 marks +\| +4\.2 \| ms +\| ≤ 10 \| yes \| median of 50 \|$/);
    expect(lines[3]).to.match(/\| +1,234 \| ms +\| ≤ 10 \| NO +\|/);
    expect(lines[4]).to.match(/^\| start \| empty +\| +700 \| ms +\| +\| +\|/);
  });

  it('says why an aim is missed, and only then', () => {
    const why = 'The disk has its say';
    const rows = [4, 12].map((measured) => ({
      what: 'marks',
      measured,
      unit: 'ms',
      aim: 10,
      note: 'median of 50',
      why,
    }));
    const [, , met, missed] = tableOf([{ name: 'marks', rows }]).split('\n');
    expect(met).to.match(/ median of 50 \|$/);
    expect(missed).to.match(/ median of 50\. The disk has its say \|$/);
  });

  it('keeps a column’s cells under each other', () => {
    const edges = (line: string) => [...line.matchAll(/(?<!\\)\|/g)].map(({ index }) => index).slice(0, 7);
    for (const line of lines) expect(edges(line)).to.deep.equal(edges(lines[0] ?? ''));
  });

  it('lets no text break a cell', () => {
    expect(lines[3]).to.include('a \\| b');
  });
});
