import { expect } from 'chai';
import { holdingBack, type WaitingLearner } from '../../../shared/domain/holding-back.ts';
import { type EnrolmentId, type EvidenceId, type PersonId, parseId } from '../../../shared/domain/ids.ts';
import type { WaitingEvidence } from '../../../shared/domain/progress.ts';
import { at } from '../../builders/domain/evidence.ts';

const item = (id: string, minute: number, units: Record<string, number>): WaitingEvidence => {
  const unconfirmed = Object.values(units).reduce((sum, count) => sum + count, 0);
  return {
    evidenceId: parseId<EvidenceId>(id),
    ...{ title: id, submittedAt: at(minute), unconfirmed, learnerTicks: unconfirmed, traineeTicks: 0, toAssess: 0 },
    handedOverAt: null,
    units: Object.entries(units).map(([unitRef, count]) => ({ unitRef, unconfirmed: count })),
  };
};
const learner = (name: string, assessors: string[], ...waiting: WaitingEvidence[]): WaitingLearner => ({
  enrolmentId: parseId<EnrolmentId>(`E-${name}`),
  learnerId: parseId<PersonId>(name),
  assessorIds: assessors.map((id) => parseId<PersonId>(id)),
  waiting,
});

describe('what is holding progress back', () => {
  const report = holdingBack([
    learner('amy', ['priya'], item('young', 30, { u1: 2 })),
    learner('ben', [], item('old', 10, { u1: 1, u2: 3 })),
    learner('cal', ['priya', 'tom'], item('middle', 20, { u2: 1 })),
    learner('dan', ['tom']),
  ]);

  it('ranks evidence by how long it has waited', () => {
    expect(report.evidence.map(({ title, unconfirmed }) => [title, unconfirmed])).to.deep.equal([
      ['old', 4],
      ['middle', 1],
      ['young', 2],
    ]);
  });

  it('ranks units by their oldest wait, then by how much waits', () => {
    expect(
      report.units.map(({ unitRef, unconfirmed, items, learners }) => [unitRef, unconfirmed, items, learners]),
    ).to.deep.equal([
      ['u2', 4, 2, 2],
      ['u1', 3, 2, 2],
    ]);
  });

  it('ranks assessors, and learners without one, and counts for each of two assessors', () => {
    expect(
      report.assessors.map(({ assessorId, unconfirmed, oldestAt }) => [assessorId, unconfirmed, oldestAt]),
    ).to.deep.equal([
      [null, 4, at(10)],
      ['priya', 3, at(20)],
      ['tom', 1, at(20)],
    ]);
  });

  it('weighs the mean age by criteria', () => {
    expect(report.units[1]?.meanAt).to.equal(new Date(Date.parse(at(0)) + ((2 * 30 + 10) / 3) * 60_000).toISOString());
  });

  it('is nothing where nothing waits', () => {
    expect(holdingBack([learner('dan', ['tom'])])).to.deep.equal({ evidence: [], units: [], assessors: [] });
  });
});
