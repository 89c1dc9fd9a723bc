import { expect } from 'chai';
import { markOf } from '../../../../../lti-tool/panel/assessor/review/mark-of.ts';
import { mayTickHere, reviewModel } from '../../../../../lti-tool/panel/assessor/review/review-model.ts';
import type { EvidenceView } from '../../../../../shared/api/views.ts';
import { evidence, id, tick } from './evidence-sample.ts';

const ticks: EvidenceView['ticks'] = {
  learner: [tick('201/1.1'), tick('201/1.2')],
  trainee: [tick('201/1.2', 'Tom Okafor'), tick('201/1.3', 'Tom Okafor')],
  assessor: [tick('201/2.1', 'Priya Nair')],
};
const model = (item: EvidenceView, wishes: [string, boolean][] = []) =>
  reviewModel(
    { evidence: item, wishes: new Map(wishes.map(([key, on]) => [id(key), on])) },
    'Priya Nair',
    '2026-11-23T10:00:00.000Z',
  );

describe('the review as its reader sees it', () => {
  it('leaves an assessor to decide what learner or trainee ticked and no assessor did', () => {
    expect([...model(evidence({ ticks })).undecided]).to.have.members(['201/1.1', '201/1.2', '201/1.3']);
  });

  it('leaves a trainee assessor to decide only what the learner ticked and they did not', () => {
    const item = evidence({ ticks, may: { tick: 'trainee' } });
    expect([...model(item).undecided]).to.deep.equal(['201/1.1']);
    expect([...model(item).own]).to.deep.equal(['201/1.2', '201/1.3']);
  });

  it('counts a wish before the server answers', () => {
    const seen = model(evidence({ ticks }), [
      ['201/1.1', true],
      ['201/2.1', false],
    ]);
    expect([...seen.own]).to.deep.equal(['201/1.1']);
    expect(seen.ticks.assessor.get(id('201/1.1'))?.byName).to.equal('Priya Nair');
    expect([...seen.undecided]).to.have.members(['201/1.2', '201/1.3']);
  });

  it('has nothing to decide outside a submitted item', () => {
    expect(model(evidence({ ticks, status: 'returned', may: { tick: null } })).undecided.size).to.equal(0);
  });

  it('opens the box of a reopened confirmation', () => {
    const may = { again: [id('201/2.1')] };
    const item = evidence({ ticks, status: 'assessed', reopened: [id('201/2.1')], may });
    expect(model(item).own.has(id('201/2.1'))).to.equal(false);
    expect(mayTickHere(item, id('201/2.1'))).to.equal(true);
    expect(mayTickHere(item, id('201/1.1'))).to.equal(false);
  });

  it('lets a person without a column tick nothing', () => {
    const item = evidence({ ticks, may: { tick: null } });
    expect(mayTickHere(item, id('201/1.1'))).to.equal(false);
    expect(model(item).own.size).to.equal(0);
    expect(model(item).undecided.size).to.equal(3);
  });
});

describe('the mark in a cell', () => {
  it('is amber while a tick waits and grey once it is decided', () => {
    const seen = model(evidence({ ticks }), [['201/1.2', true]]);
    expect(markOf(seen, 'learner', id('201/1.1'))?.standing).to.equal('awaitingAssessor');
    expect(markOf(seen, 'trainee', id('201/1.3'))?.standing).to.equal('awaitingCountersign');
    expect(markOf(seen, 'learner', id('201/1.2'))?.standing).to.equal('');
    expect(markOf(seen, 'learner', id('201/1.3'))).to.equal(null);
  });

  it('names whoever ticked', () => {
    expect(markOf(model(evidence({ ticks })), 'trainee', id('201/1.2'))?.label).to.equal('Ticked by Tom Okafor');
    expect(markOf(model(evidence({ ticks })), 'assessor', id('201/2.1'))?.label).to.equal('Confirmed by Priya Nair');
  });

  it('shows in a finished review what was not agreed and what was reopened', () => {
    const seen = model(evidence({ ticks, status: 'assessed', reopened: [id('201/2.1')], may: { tick: null } }));
    expect(markOf(seen, 'assessor', id('201/1.1'))?.standing).to.equal('notAgreed');
    expect(markOf(seen, 'assessor', id('201/2.1'))?.standing).to.equal('reopened');
    expect(markOf(seen, 'assessor', id('202/1.1'))).to.equal(null);
  });
});
