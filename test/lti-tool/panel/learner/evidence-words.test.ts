import { expect } from 'chai';
import { statusWords } from '../../../../lti-tool/panel/learner/evidence-words.ts';
import type { EvidenceStatus } from '../../../../shared/domain/evidence.ts';

const said = (status: EvidenceStatus, ticked: number, confirmed: number, unconfirmed: number): string => {
  const words = statusWords({ status, ticked, confirmed, unconfirmed });
  return `${words.status}: ${words.meaning}`;
};

describe('statusWords', () => {
  it('says what each status means for the learner', () => {
    expect(said('draft', 4, 0, 0)).to.equal('Draft: Not submitted yet');
    expect(said('submitted', 9, 3, 6)).to.equal('Submitted: 6 criteria waiting');
    expect(said('submitted', 1, 0, 1)).to.equal('Submitted: 1 criterion waiting');
    expect(said('submitted', 3, 3, 0)).to.equal('Submitted: Review not finished');
    expect(said('returned', 2, 0, 0)).to.equal('Returned: Read the feedback');
    expect(said('assessed', 7, 7, 0)).to.equal('Assessed: 7 of 7 confirmed');
    expect(said('assessed', 7, 0, 0)).to.equal('Assessed: None confirmed');
    expect(said('withdrawn', 7, 7, 0)).to.equal('Withdrawn: Does not count');
  });
  it('says no "of" where an assessor confirmed more than was ticked', () => {
    expect(said('assessed', 2, 3, 0)).to.equal('Assessed: 3 confirmed');
  });
});
