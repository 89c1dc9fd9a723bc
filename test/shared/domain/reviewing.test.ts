import { type EvidenceStatus, evidenceStatuses } from '../../../shared/domain/evidence.ts';
import { mayEdit, mayFinishReview, mayReturn, maySubmit, mayWithdraw } from '../../../shared/domain/reviewing.ts';
import { type Role, roles } from '../../../shared/domain/roles.ts';
import { anEvidence, ticks } from '../../builders/domain/evidence.ts';
import { anActor, personIn } from '../../builders/domain/people.ts';
import { expectOutcome, type Outcome } from './codes.ts';

type Row = Readonly<Record<EvidenceStatus, Outcome>>;
const row = (draft: Outcome, submitted: Outcome, returned: Outcome, assessed: Outcome, withdrawn: Outcome): Row => ({
  draft,
  submitted,
  returned,
  assessed,
  withdrawn,
});

/** R1, R8: what the learner of an item may do in each status. */
const learnerMay = {
  edit: { rule: mayEdit, row: row('ok', 'ok', 'ok', 'evidenceLocked', 'evidenceLocked') },
  submit: { rule: maySubmit, row: row('ok', 'evidenceLocked', 'ok', 'evidenceLocked', 'evidenceLocked') },
  withdraw: { rule: mayWithdraw, row: row('ok', 'ok', 'ok', 'ok', 'evidenceLocked') },
};

const finishing = row('evidenceNotSubmitted', 'ok', 'evidenceNotSubmitted', 'evidenceLocked', 'evidenceNotSubmitted');

describe('reviewing', () => {
  for (const [name, { rule, row: outcomes }] of Object.entries(learnerMay)) {
    for (const status of evidenceStatuses) {
      const item = anEvidence({ status, ticks: ticks({ learner: ['1.1'] }) });
      for (const role of roles) {
        const outcome = role === 'learner' ? outcomes[status] : 'notYourEvidence';
        it(`R8: to ${name} ${status} evidence as ${role}: ${outcome}`, () => {
          expectOutcome(rule(item, anActor(role)), outcome);
        });
      }

      it(`R8: to ${name} ${status} evidence of another learner: notYourEvidence`, () => {
        expectOutcome(rule({ ...item, learnerId: personIn.iqa }, anActor('learner')), 'notYourEvidence');
      });

      it(`R8: to ${name} ${status} evidence of their own while acting as assessor: notYourEvidence`, () => {
        expectOutcome(rule({ ...item, learnerId: personIn.assessor }, anActor('assessor')), 'notYourEvidence');
      });
    }
  }

  it('R8: a draft without a learner tick cannot be submitted, whoever else ticked it', () => {
    const item = anEvidence({ status: 'draft', ticks: ticks({ trainee: ['1.1'], assessor: ['1.1'] }) });
    expectOutcome(maySubmit(item, anActor('learner')), 'nothingTicked');
  });

  for (const role of roles) {
    for (const status of evidenceStatuses) {
      const outcome: Outcome = role === 'assessor' ? finishing[status] : 'roleNotAllowed';
      const item = anEvidence({ status });
      it(`R8: to finish the review of ${status} evidence as ${role}: ${outcome}`, () => {
        expectOutcome(mayFinishReview(item, anActor(role)), outcome);
      });
      it(`R8: to return ${status} evidence with feedback as ${role}: ${outcome}`, () => {
        expectOutcome(mayReturn(item, anActor(role), 'Add the date.'), outcome);
      });
    }
  }

  it('R2: nobody finishes the review of evidence of which they are the learner', () => {
    const own = anEvidence({ learnerId: personIn.assessor });
    expectOutcome(mayFinishReview(own, anActor('assessor')), 'ownEvidence');
    expectOutcome(mayReturn(own, anActor('assessor'), 'Add the date.'), 'ownEvidence');
  });

  const returns: ReadonlyArray<readonly [string, Role, string, Outcome]> = [
    ['without feedback', 'assessor', '', 'feedbackMissing'],
    ['with nothing but blanks', 'assessor', ' \n\t ', 'feedbackMissing'],
    ['with feedback', 'assessor', 'Say what the customer asked for.', 'ok'],
    ['without feedback and without the right to', 'learner', '', 'roleNotAllowed'],
  ];
  for (const [how, role, feedback, outcome] of returns) {
    it(`R8: to return evidence ${how} as ${role}: ${outcome}`, () => {
      expectOutcome(mayReturn(anEvidence(), anActor(role), feedback), outcome);
    });
  }
});
