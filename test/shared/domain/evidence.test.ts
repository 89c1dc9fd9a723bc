import { expect } from 'chai';
import fc from 'fast-check';
import {
  type Column,
  columnOf,
  columns,
  confirmedIn,
  evidenceStatuses,
  tickedIn,
  unconfirmedIn,
} from '../../../shared/domain/evidence.ts';
import { type Role, roles } from '../../../shared/domain/roles.ts';
import { anyCriteria, anyEvidence } from '../../builders/domain/arbitraries.ts';
import { anEvidence, aReopening, criteria, ticks } from '../../builders/domain/evidence.ts';

describe('an evidence item', () => {
  const columnFor: Readonly<Record<Role, Column | null>> = {
    learner: 'learner',
    traineeAssessor: 'trainee',
    assessor: 'assessor',
    iqa: null,
    manager: null,
    eqa: null,
  };
  for (const role of roles) {
    it(`R1, R2: has ${columnFor[role] ? `the ${columnFor[role]} column` : 'no column'} for the role ${role}`, () => {
      expect(columnOf(role)).to.equal(columnFor[role]);
    });
  }

  it('R8: has one of five statuses', () => {
    expect(evidenceStatuses).to.have.members(['draft', 'submitted', 'returned', 'assessed', 'withdrawn']);
  });

  it('keeps its three columns apart', () => {
    const item = anEvidence({ ticks: ticks({ learner: ['1.1'], trainee: ['1.2'], assessor: ['1.3'] }) });
    expect(columns.map((column) => [...tickedIn(item, column)])).to.deep.equal([
      criteria('1.1'),
      criteria('1.2'),
      criteria('1.3'),
    ]);
  });

  it('R6: confirms what its assessor column holds, and nothing else', () => {
    const item = anEvidence({ ticks: ticks({ learner: ['1.1'], trainee: ['1.2'], assessor: ['1.3'] }) });
    expect([...confirmedIn(item)]).to.deep.equal(criteria('1.3'));
  });

  it('R6: does not confirm what an IQA reopened', () => {
    const item = anEvidence({ ticks: ticks({ assessor: ['1.1', '1.2'] }), reopenings: [aReopening('1.1')] });
    expect([...confirmedIn(item)]).to.deep.equal(criteria('1.2'));
  });

  for (const status of evidenceStatuses) {
    const waits = status === 'submitted';
    it(`${waits ? 'has' : 'has no'} unconfirmed criteria while it is ${status}`, () => {
      const item = anEvidence({ status, ticks: ticks({ learner: ['1.1', '1.2'], trainee: ['1.2', '1.3'] }) });
      expect([...unconfirmedIn(item)]).to.deep.equal(waits ? criteria('1.1', '1.2', '1.3') : []);
    });
  }

  it('counts a criterion as unconfirmed once, however many ticked it, until an assessor decides', () => {
    const item = anEvidence({ ticks: ticks({ learner: ['1.1', '1.2'], trainee: ['1.1'], assessor: ['1.2', '1.3'] }) });
    expect([...unconfirmedIn(item)]).to.deep.equal(criteria('1.1'));
  });

  it('has as unconfirmed exactly what learner or trainee ticked, on submitted evidence, that no assessor decided', () => {
    fc.assert(
      fc.property(anyEvidence, fc.constantFrom(...anyCriteria), (item, id) => {
        const has = (column: Column): boolean => item.ticks[column].some((tick) => tick.criterionId === id);
        const wanted = item.status === 'submitted' && (has('learner') || has('trainee')) && !has('assessor');
        expect(unconfirmedIn(item).has(id)).to.equal(wanted);
      }),
    );
  });
});
