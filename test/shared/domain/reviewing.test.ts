import { type EvidenceStatus, evidenceStatuses } from '../../../shared/domain/evidence.ts';
import { type PersonId, parseId } from '../../../shared/domain/ids.ts';
import {
  mayEdit,
  mayFinishReview,
  mayHandOver,
  mayRecord,
  mayReturn,
  maySubmit,
  mayWithdraw,
} from '../../../shared/domain/reviewing.ts';
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

  for (const role of roles) {
    for (const status of evidenceStatuses) {
      const outcome: Outcome = role === 'traineeAssessor' ? finishing[status] : 'roleNotAllowed';
      it(`to hand ${status} evidence over for countersigning as ${role}: ${outcome}`, () => {
        expectOutcome(mayHandOver(anEvidence({ status }), anActor(role)), outcome);
      });
    }
    const records: Outcome = role === 'traineeAssessor' || role === 'assessor' ? 'ok' : 'roleNotAllowed';
    it(`R2: to record evidence of another learner as ${role}: ${records}`, () => {
      expectOutcome(mayRecord(parseId<PersonId>('somebody'), anActor(role)), records);
    });
  }

  it('R2: nobody hands over or records evidence of which they are the learner', () => {
    const own = anEvidence({ learnerId: personIn.traineeAssessor });
    expectOutcome(mayHandOver(own, anActor('traineeAssessor')), 'ownEvidence');
    expectOutcome(mayRecord(personIn.assessor, anActor('assessor')), 'ownEvidence');
  });

  describe('evidence that an assessor recorded', () => {
    const recorded = anEvidence({ madeById: personIn.assessor, ticks: ticks({ learner: ['1.1'] }) });
    for (const role of roles) {
      const outcome: Outcome = role === 'assessor' ? 'ok' : 'notYourEvidence';
      it(`is edited and withdrawn as ${role}: ${outcome}`, () => {
        expectOutcome(mayEdit(recorded, anActor(role)), outcome);
        expectOutcome(mayWithdraw(recorded, anActor(role)), outcome);
      });
    }
    it('is not edited by its maker once they act as something else', () => {
      expectOutcome(mayEdit(recorded, anActor('iqa', { personId: personIn.assessor })), 'notYourEvidence');
    });
    it('is neither sent nor returned, but finished', () => {
      expectOutcome(maySubmit({ ...recorded, status: 'draft' }, anActor('learner')), 'notYourEvidence');
      expectOutcome(mayReturn(recorded, anActor('assessor'), 'Add the date.'), 'recordedByStaff');
      expectOutcome(mayFinishReview(recorded, anActor('assessor')), 'ok');
    });
  });
});
