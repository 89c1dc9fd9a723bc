import { expect } from 'chai';
import { foreignChanges } from '../../../../../lti-tool/panel/assessor/review/foreign-changes.ts';
import { newsSentences } from '../../../../../lti-tool/panel/assessor/review/news-sentences.ts';
import type { EvidenceView } from '../../../../../shared/api/views.ts';
import { evidence, id, tick } from './evidence-sample.ts';

const none = new Set<ReturnType<typeof id>>();
const ticks = (part: Partial<ReturnType<typeof evidence>['ticks']>) => ({
  learner: [],
  trainee: [],
  assessor: [],
  ...part,
});
const refOf = (criterion: string) => criterion.replace('201/', '');
const told = (...pairs: Array<[ReturnType<typeof evidence>, ReturnType<typeof evidence>]>) =>
  newsSentences(
    pairs.flatMap(([before, after]) => foreignChanges(before, after, none)),
    'Amelia',
    refOf,
  );

describe('what others did while an item was looked at', () => {
  const before = evidence({ ticks: ticks({ learner: [tick('201/1.1')] }) });
  const more = evidence({ ticks: ticks({ learner: [tick('201/1.1'), tick('201/1.2'), tick('201/1.3')] }) });

  it('is told by person and deed', () => {
    const other = evidence({
      ticks: ticks({
        learner: [tick('201/1.2')],
        assessor: [tick('201/1.2', 'Sam Lee')],
        trainee: [tick('201/1.1', 'Tom')],
      }),
    });
    expect(told([before, other])).to.deep.equal([
      'Amelia Hart ticked 1.2.',
      'Amelia took the tick off 1.1.',
      'Tom ticked 1.1.',
      'Sam Lee ticked 1.2.',
    ]);
  });
  it('is not what the reader did', () => {
    const mine = evidence({ ticks: ticks({ learner: [tick('201/1.1')], assessor: [tick('201/1.1', 'Priya')] }) });
    expect(foreignChanges(before, mine, new Set([id('201/1.1')]))).to.deep.equal([]);
    expect(foreignChanges(before, mine, null)).to.deep.equal([]);
    expect(foreignChanges(before, mine, none)).to.have.length(1);
  });
  it('is nothing where it was taken back', () => {
    expect(told([before, more], [more, before])).to.deep.equal([]);
  });
  it('names a changed work, a hand-over and a new status', () => {
    const changed = evidence({
      ticks: before.ticks,
      narrative: 'More.',
      handOver: { byName: 'Tom Ellery', at: '2026-11-20T10:00:00.000Z', note: '' },
      status: 'withdrawn',
    });
    expect(told([before, changed])).to.deep.equal([
      'Amelia changed the evidence itself: look at it again.',
      'Tom Ellery handed it over for countersigning.',
      'Amelia withdrew it.',
    ]);
  });
  it('is a comment of somebody else, which is no tick', () => {
    const said = (byName: string, yours: boolean): EvidenceView['thread'][number] => ({
      ...{ kind: 'commented', byName, role: 'learner', yours, text: 'On Monday.', criterionIds: [] },
      at: '2026-11-20T10:00:00.000Z',
    });
    const one = evidence({ ticks: before.ticks, thread: [said('Amelia Hart', false)] });
    const more = { ...one, thread: [...one.thread, said('Priya Nair', true), said('Tom Ellery', false)] };
    expect(told([before, one], [one, more])).to.deep.equal([
      'Amelia Hart wrote a comment: read it with the evidence.',
      'Tom Ellery wrote a comment: read it with the evidence.',
    ]);
    expect(foreignChanges(before, more, none).map(({ kind }) => kind)).to.deep.equal(['commented', 'commented']);
  });
  it('is nothing between two equal views', () => {
    expect(told([more, more])).to.deep.equal([]);
  });
});
