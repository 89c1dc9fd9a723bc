import { expect } from 'chai';
import { assignLearners, viewCaseloads } from '../../../../lti-tool/use-cases/centre/caseloads.ts';
import { changeRole } from '../../../../lti-tool/use-cases/centre/people.ts';
import { viewRecord } from '../../../../lti-tool/use-cases/centre/view-record.ts';
import type { Principal } from '../../../../lti-tool/use-cases/principal.ts';
import { viewCaseload, viewMatrix } from '../../../../lti-tool/use-cases/view-caseload.ts';
import { viewHoldingBack } from '../../../../lti-tool/use-cases/view-holding-back.ts';
import { viewMe } from '../../../../lti-tool/use-cases/view-me.ts';
import { caseloadsViewSchema } from '../../../../shared/api/centre-views.ts';
import { holdingBackViewSchema } from '../../../../shared/api/report-views.ts';
import { type EnrolmentId, parseId } from '../../../../shared/domain/ids.ts';
import { roles } from '../../../../shared/domain/roles.ts';
import { type Centre, openCentre } from '../../../builders/tool/centre.ts';
import { failureOf } from '../../../builders/tool/failure-of.ts';

describe('caseloads', () => {
  let centre: Centre;
  let morgan: Principal;
  let priya: Principal;
  let tom: Principal;
  let amelia: Principal;
  let ids: Record<'amelia' | 'kwame', EnrolmentId>;
  beforeEach(async () => {
    centre = await openCentre();
    morgan = await centre.person('Morgan Lee', 'manager');
    priya = await centre.person('Priya Nair', 'assessor');
    tom = await centre.person('Tom Okafor', 'traineeAssessor');
    amelia = await centre.person('Amelia Hart', 'learner');
    ids = {
      amelia: await enrolmentOf(amelia),
      kwame: await enrolmentOf(await centre.person('Kwame Boateng', 'learner')),
    };
  });
  afterEach(() => centre.close());
  const enrolmentOf = async (learner: Principal) => {
    const { enrolmentId } = await viewMe(centre.deps, learner);
    if (!enrolmentId) throw new Error('no enrolment');
    return enrolmentId;
  };
  const assign = (enrolmentIds: EnrolmentId[], add: Principal[], remove: Principal[] = [], by = morgan) =>
    assignLearners(centre.deps, by, {
      enrolmentIds,
      add: add.map(({ personId }) => personId),
      remove: remove.map(({ personId }) => personId),
    });
  const view = async () => caseloadsViewSchema.parse(await viewCaseloads(centre.deps, morgan));
  const who = async () => {
    const { assessors, learners } = await view();
    const nameOf = new Map(assessors.map(({ person }) => [person.id, person.givenName]));
    return learners.map(({ learner, assessorIds }) => [learner.givenName, ...assessorIds.map((id) => nameOf.get(id))]);
  };

  it('are given out in bulk, one by one, and taken away', async () => {
    expect(await who()).to.deep.equal([['Amelia'], ['Kwame']]);
    expect(await assign([ids.amelia, ids.kwame], [priya])).to.deep.equal({ count: 2 });
    expect(await assign([ids.amelia], [tom])).to.deep.equal({ count: 1 });
    expect(await who()).to.deep.equal([
      ['Amelia', 'Priya', 'Tom'],
      ['Kwame', 'Priya'],
    ]);
    expect(await assign([ids.amelia, ids.kwame], [tom], [priya])).to.deep.equal({ count: 2 });
    expect(await who()).to.deep.equal([
      ['Amelia', 'Tom'],
      ['Kwame', 'Tom'],
    ]);
    expect(await assign([ids.amelia], [tom])).to.deep.equal({ count: 0 });
  });

  it('show in the matrix and the caseload whose learner is whose', async () => {
    await assign([ids.amelia], [priya]);
    const { rows, assessors } = await viewMatrix(centre.deps, priya);
    expect(assessors.map(({ name }) => name)).to.deep.equal(['Priya Nair']);
    expect(rows.map(({ name, assessorIds }) => [name, assessorIds])).to.deep.equal([
      ['Amelia Hart', [priya.personId]],
      ['Kwame Boateng', []],
    ]);
    const caseload = await viewCaseload(centre.deps, priya);
    expect(caseload.rows.find((row) => row.enrolmentId === ids.amelia)?.assessorIds).to.deep.equal([priya.personId]);
  });

  it('say since when each unit of a learner waits, and rank what holds progress back', async () => {
    await centre.submitted(amelia, ['201/1.1', '202/1.1'], 'First');
    centre.deps.clock.advance(24 * 3_600_000);
    await centre.submitted(amelia, ['202/1.2'], 'Second');
    await assign([ids.amelia], [priya]);
    const { rows } = await viewMatrix(centre.deps, priya);
    expect(rows[0]?.waits).to.have.deep.members([
      { unitRef: '201', since: '2026-11-23T09:00:00.000Z' },
      { unitRef: '202', since: '2026-11-23T09:00:00.000Z' },
    ]);
    const report = holdingBackViewSchema.parse(await viewHoldingBack(centre.deps, priya));
    expect(report.evidence.map(({ title }) => title)).to.deep.equal(['First', 'Second']);
    expect(report.units.map(({ unitRef, unconfirmed }) => [unitRef, unconfirmed])).to.deep.equal([
      ['202', 2],
      ['201', 1],
    ]);
    expect(report.assessors.map(({ assessor, unconfirmed }) => [assessor?.name, unconfirmed])).to.deep.equal([
      ['Priya Nair', 3],
    ]);
  });

  it('keep both of two assignments made at the same moment', async () => {
    await Promise.all([assign([ids.amelia, ids.kwame], [priya]), assign([ids.amelia, ids.kwame], [tom])]);
    for (const [, ...assessors] of await who()) expect(assessors).to.have.members(['Priya', 'Tom']);
  });

  it('stay with somebody who does not assess any more until they are moved', async () => {
    await assign([ids.amelia], [tom]);
    await changeRole(centre.deps, morgan, tom.personId, 'iqa');
    expect((await view()).assessors.map(({ person, role }) => [person.givenName, role])).to.deep.equal([
      ['Priya', 'assessor'],
      ['Tom', null],
    ]);
    expect(await failureOf(assign([ids.kwame], [tom]))).to.equal('notAnAssessor');
    await assign([ids.amelia], [priya], [tom]);
    expect((await view()).assessors).to.have.length(1);
  });

  it('go to assessors of this context only, and to a handful of them', async () => {
    expect(await failureOf(assign([ids.amelia], [amelia]))).to.equal('notAnAssessor');
    expect(await failureOf(assign([ids.amelia], [morgan]))).to.equal('notAnAssessor');
    const elsewhere = { context: { id: '3', title: 'B', label: 'B' }, resourceLink: { id: '2', title: 'P' } };
    const other = await centre.person('Olga Reyes', 'assessor', elsewhere);
    expect(await failureOf(assign([ids.amelia], [other]))).to.equal('notAnAssessor');
    const many: Principal[] = [];
    for (let number = 0; number < 11; number += 1) many.push(await centre.person(`Number ${number}`, 'assessor'));
    expect(await failureOf(assign([ids.amelia], many))).to.equal('tooManyAssessors');
  });

  it('are given out by a manager of this context only', async () => {
    for (const role of roles.filter((one) => one !== 'manager' && one !== 'learner')) {
      const somebody = await centre.person(`A ${role}`, role);
      expect(await failureOf(assign([ids.amelia], [priya], [], somebody))).to.equal('roleNotAllowed');
    }
    expect(await failureOf(assign([ids.amelia], [priya], [], amelia))).to.equal('roleNotAllowed');
    const elsewhere = { context: { id: '3', title: 'B', label: 'B' }, resourceLink: { id: '2', title: 'P' } };
    for (const place of [elsewhere, { registrationId: 'registration-2', clientId: 'client-2' }]) {
      const other = await centre.person('Olga Reyes', 'manager', place);
      const assessor = await centre.person('Anna Reyes', 'assessor', place);
      expect(await failureOf(assign([ids.amelia], [assessor], [], other))).to.equal('notFound');
    }
    expect(await failureOf(assign([ids.amelia, parseId<EnrolmentId>('nobody')], [priya]))).to.equal('notFound');
    expect(await who()).to.deep.equal([['Amelia'], ['Kwame']]);
  });

  it('leave one entry in the record for a change of many', async () => {
    await assign([ids.amelia, ids.kwame], [priya]);
    const { entries } = await viewRecord(centre.deps, morgan);
    const [entry] = entries.filter(({ change }) => change.kind === 'caseload');
    expect(entry?.byName).to.equal('Morgan Lee');
    expect(entry?.change.kind === 'caseload' && entry.change.learners.toSorted()).to.deep.equal([
      'Amelia Hart',
      'Kwame Boateng',
    ]);
    expect(entry?.change).to.deep.include({ before: [], after: ['Priya Nair'] });
    expect(entries.filter(({ change }) => change.kind === 'caseload')).to.have.length(1);
  });
});
