import { expect } from 'chai';
import { assessorsTurn, whoseTurn } from '../../../../lti-tool/panel/learner/whose-turn.ts';
import type { CriterionStandingView, PersonView } from '../../../../shared/api/views.ts';
import { type EvidenceId, type PersonId, parseId } from '../../../../shared/domain/ids.ts';
import type { Standing } from '../../../../shared/domain/standing.ts';
import { criterion } from '../small-qualification.ts';

const evidence = (id: string) => parseId<EvidenceId>(id);
const stands = (
  id: string,
  standing: Standing,
  on: string | null,
  since: string | null,
  byName: string | null = 'Amelia Hart',
): CriterionStandingView => ({
  criterionId: criterion(id),
  standing,
  evidenceId: on === null ? null : evidence(on),
  since,
  byName,
  confirmations: 0,
});
const items = [
  { id: evidence('call'), title: 'Complaint call', status: 'submitted' },
  { id: evidence('email'), title: 'Email', status: 'returned' },
  { id: evidence('rules'), title: 'Rules', status: 'draft' },
] as const;
const november = (day: number) => `2026-11-${String(day).padStart(2, '0')}T09:00:00.000Z`;

describe('whoseTurn', () => {
  it('says nothing of what is confirmed or not started', () => {
    const criteria = [stands('201/1.1', 'confirmed', 'call', november(1)), stands('201/1.2', 'untouched', null, null)];
    expect(whoseTurn(criteria, items)).to.deep.equal({ learner: [], assessor: [] });
  });
  it('puts drafts and what was not agreed in the learner’s turn, all that waits in the assessor’s', () => {
    const criteria = [
      stands('201/1.1', 'draft', 'rules', november(3)),
      stands('201/1.2', 'notAgreed', 'call', november(2)),
      stands('201/2.1', 'awaitingAssessor', 'call', november(5)),
      stands('202/1.1', 'awaitingCountersign', 'call', november(6), 'Tom Okafor'),
      stands('202/1.10', 'reopened', 'call', november(4)),
    ];
    const turns = whoseTurn(criteria, items);
    expect(turns.learner.map((row) => row.standing)).to.deep.equal(['notAgreed', 'draft']);
    expect(turns.assessor.map((row) => row.standing)).to.deep.equal([
      'reopened',
      'awaitingAssessor',
      'awaitingCountersign',
    ]);
  });
  it('counts criteria of one evidence item together, since the longest wait', () => {
    const criteria = [
      stands('201/1.1', 'awaitingAssessor', 'call', november(5)),
      stands('201/1.2', 'awaitingAssessor', 'call', november(3)),
      stands('201/2.1', 'awaitingAssessor', 'email', november(4)),
    ];
    expect(whoseTurn(criteria, items).assessor).to.deep.equal([
      {
        standing: 'awaitingAssessor',
        evidenceId: 'call',
        title: 'Complaint call',
        returned: false,
        criteria: 2,
        byName: null,
        since: november(3),
      },
      {
        standing: 'awaitingAssessor',
        evidenceId: 'email',
        title: 'Email',
        returned: true,
        criteria: 1,
        byName: null,
        since: november(4),
      },
    ]);
  });
  it('names each trainee assessor whose tick waits for a countersign', () => {
    const criteria = [
      stands('201/1.1', 'awaitingCountersign', 'call', november(5), 'Tom Okafor'),
      stands('201/1.2', 'awaitingCountersign', 'call', november(6), 'Jo Lee'),
    ];
    expect(whoseTurn(criteria, items).assessor.map((row) => row.byName)).to.deep.equal(['Tom Okafor', 'Jo Lee']);
  });
  it('tells a draft from evidence that came back', () => {
    const criteria = [
      stands('201/1.1', 'draft', 'email', november(5)),
      stands('201/1.2', 'draft', 'rules', november(6)),
    ];
    expect(whoseTurn(criteria, items).learner.map((row) => row.returned)).to.deep.equal([true, false]);
  });
  it('does without the title of evidence that the list does not hold yet', () => {
    const [row] = whoseTurn([stands('201/1.1', 'draft', 'fresh', november(5))], items).learner;
    expect(row?.title).to.equal('this evidence');
  });
});

describe('assessorsTurn', () => {
  const person = (name: string): PersonView => ({ id: parseId<PersonId>(name.slice(0, 3)), name, givenName: name });
  it('names the assessor', () => {
    expect(assessorsTurn([person('Priya Nair')])).to.equal("Priya Nair's turn (your assessor)");
  });
  it('names two', () => {
    expect(assessorsTurn([person('Priya Nair'), person('Sam Lee')])).to.equal(
      "Priya Nair or Sam Lee's turn (your assessors)",
    );
  });
  it('does not list many', () => {
    expect(assessorsTurn([person('Abe'), person('Bea'), person('Cyd')])).to.equal("Your assessors' turn");
  });
  it('does without a name where nobody is assigned', () => {
    expect(assessorsTurn([])).to.equal("A qualified assessor's turn");
  });
});
