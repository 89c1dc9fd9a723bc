import { mayComment } from '../../../shared/domain/commenting.ts';
import { type EvidenceStatus, evidenceStatuses } from '../../../shared/domain/evidence.ts';
import { roles } from '../../../shared/domain/roles.ts';
import { anEvidence } from '../../builders/domain/evidence.ts';
import { anActor, personIn } from '../../builders/domain/people.ts';
import { expectOutcome, type Outcome } from './codes.ts';

const inStatus: Readonly<Record<EvidenceStatus, Outcome>> = {
  draft: 'commentsClosed',
  submitted: 'ok',
  returned: 'ok',
  assessed: 'ok',
  withdrawn: 'commentsClosed',
};

describe('commenting', () => {
  for (const status of evidenceStatuses) {
    for (const role of roles) {
      const speaks = role === 'learner' || role === 'traineeAssessor' || role === 'assessor';
      const outcome = speaks ? inStatus[status] : 'roleNotAllowed';
      it(`on ${status} evidence as ${role}: ${outcome}`, () => {
        expectOutcome(mayComment(anEvidence({ status }), anActor(role), 'On Monday.'), outcome);
      });
      const none = outcome === 'ok' ? 'commentMissing' : outcome;
      it(`on ${status} evidence as ${role}, with nothing but blanks: ${none}`, () => {
        expectOutcome(mayComment(anEvidence({ status }), anActor(role), ' \n\t '), none);
      });
    }
    it(`on ${status} evidence of another learner: notYourEvidence`, () => {
      const other = anEvidence({ status, learnerId: personIn.iqa });
      expectOutcome(mayComment(other, anActor('learner'), 'Mine is better.'), 'notYourEvidence');
    });
    for (const role of ['traineeAssessor', 'assessor'] as const)
      it(`on ${status} evidence of their own while acting as ${role}: ownEvidence`, () => {
        const own = anEvidence({ status, learnerId: personIn[role] });
        expectOutcome(mayComment(own, anActor(role), 'Well done me.'), 'ownEvidence');
      });
  }
});
