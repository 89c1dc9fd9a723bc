import { expect } from 'chai';
import { all, allowed, denialCodes, denied, mustBe } from '../../../shared/domain/decision.ts';
import { expectOutcome } from './codes.ts';

describe('decisions (R12)', () => {
  it('say yes without a code and no with one', () => {
    expect(allowed).to.deep.equal({ allowed: true });
    expect(denied('ownEvidence')).to.deep.equal({ allowed: false, code: 'ownEvidence' });
  });

  it('have no code twice', () => {
    expect(new Set(denialCodes).size).to.equal(denialCodes.length);
  });

  it('of several rules are yes when every rule says yes, and when there is no rule', () => {
    expectOutcome(
      all(
        () => allowed,
        () => allowed,
      ),
      'ok',
    );
    expectOutcome(all(), 'ok');
  });

  it('of several rules are the first no, and later rules are not asked', () => {
    const asked: string[] = [];
    const decision = all(
      () => allowed,
      () => denied('notYourEvidence'),
      () => {
        asked.push('later');
        return denied('evidenceLocked');
      },
    );
    expectOutcome(decision, 'notYourEvidence');
    expect(asked).to.be.empty;
  });

  it('on a role allow the roles named and no other', () => {
    expectOutcome(mustBe('assessor', ['assessor', 'iqa']), 'ok');
    expectOutcome(mustBe('traineeAssessor', ['assessor', 'iqa']), 'roleNotAllowed');
    expectOutcome(mustBe('manager', []), 'roleNotAllowed');
  });
});
