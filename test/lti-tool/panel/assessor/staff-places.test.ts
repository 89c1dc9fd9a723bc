import { expect } from 'chai';
import { assesses, staffPlace } from '../../../../lti-tool/panel/assessor/staff-places.ts';

describe('the places of staff', () => {
  it('start with the caseload for those who assess, with the matrix for the others', () => {
    expect(staffPlace([], 'assessor')).to.deep.equal({ screen: 'caseload' });
    expect(staffPlace([], 'traineeAssessor')).to.deep.equal({ screen: 'caseload' });
    for (const role of ['iqa', 'manager', 'eqa'] as const)
      expect(staffPlace([], role)).to.deep.equal({ screen: 'matrix' });
  });

  it('name a learner or a piece of evidence', () => {
    expect(staffPlace(['evidence', 'EV1'], 'iqa')).to.deep.equal({ screen: 'evidence', id: 'EV1' });
    expect(staffPlace(['enrolment', 'E1'], 'assessor')).to.deep.equal({ screen: 'enrolment', id: 'E1' });
  });

  it('are the first screen where the address means nothing', () => {
    expect(staffPlace(['evidence'], 'assessor')).to.deep.equal({ screen: 'caseload' });
    expect(staffPlace(['evidence', '../x y'], 'assessor')).to.deep.equal({ screen: 'caseload' });
    expect(staffPlace(['caseload'], 'manager')).to.deep.equal({ screen: 'matrix' });
  });

  it('include sampling for IQA, EQA and manager, and for no one who assesses', () => {
    for (const role of ['iqa', 'eqa', 'manager'] as const) {
      expect(staffPlace(['sampling'], role)).to.deep.equal({ screen: 'sampling' });
      expect(staffPlace(['sample', 'EV1'], role)).to.deep.equal({ screen: 'sample', id: 'EV1' });
    }
    expect(staffPlace(['sampling'], 'assessor')).to.deep.equal({ screen: 'caseload' });
    expect(staffPlace(['sample', 'EV1'], 'traineeAssessor')).to.deep.equal({ screen: 'caseload' });
    expect(staffPlace(['sample', '../x y'], 'iqa')).to.deep.equal({ screen: 'matrix' });
  });

  it('include a caseload only for those who assess', () => {
    expect(assesses('assessor')).to.equal(true);
    expect(assesses('eqa')).to.equal(false);
  });

  it('have reports for all staff, and the centre for managers alone', () => {
    expect(staffPlace(['reports'], 'eqa')).to.deep.equal({ screen: 'reports' });
    expect(staffPlace(['centre', 'people'], 'manager')).to.deep.equal({ screen: 'centre', section: 'people' });
    for (const role of ['iqa', 'eqa'] as const)
      expect(staffPlace(['centre', 'people'], role)).to.deep.equal({ screen: 'matrix' });
  });
});
