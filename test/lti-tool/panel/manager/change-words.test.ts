import { expect } from 'chai';
import { sectionOf } from '../../../../lti-tool/panel/manager/centre-sections.ts';
import { changeWords } from '../../../../lti-tool/panel/manager/change-words.ts';

const settings = {
  roleMapping: { instructor: 'assessor' as const, assessorsMustBeNamed: false, groups: [] },
  evidenceNeeded: { centre: 1, qualifications: [] },
};

describe('a change of the record in words', () => {
  it('of a role says whose, and what before and after', () => {
    expect(changeWords({ kind: 'role', personName: 'Tom', before: null, after: 'traineeAssessor' })).to.deep.equal({
      ...{ what: 'Role: Tom', before: 'as the LMS says', after: 'Trainee assessor' },
    });
  });

  it('of caseloads names a few learners and counts the others', () => {
    const learners = ['A', 'B', 'C', 'D', 'E', 'F', 'G'];
    const { what, before, after } = changeWords({ kind: 'caseload', learners, before: [], after: ['Priya', 'Tom'] });
    expect([what, before, after]).to.deep.equal(['Caseload: A, B, C, D, E and 2 more', 'nobody', 'Priya and Tom']);
    expect(changeWords({ kind: 'caseload', learners: ['A', 'B'], before: ['Tom'], after: [] }).what).to.equal(
      'Caseload: A and B',
    );
  });

  it('of settings says all of them', () => {
    const groups = [{ group: '17', role: 'iqa' as const }];
    const after = { ...settings, roleMapping: { ...settings.roleMapping, assessorsMustBeNamed: true, groups } };
    const words = changeWords({ kind: 'settings', before: settings, after });
    expect(words.before).to.contain('assessors need not be named').and.to.contain('evidence needed: 1');
    expect(words.after).to.contain('assessors must be named').and.to.contain('groups: 17 IQA');
  });

  it('of a qualification says which came in', () => {
    const { what } = changeWords({ kind: 'qualification', number: '601/1', title: 'Diploma', version: '2' });
    expect(what).to.equal('Qualification: 601/1 Diploma, 2');
  });
});

describe('a section of the centre', () => {
  it('is the one that the address names, else people', () => {
    expect(sectionOf('record')).to.equal('record');
    expect(sectionOf('')).to.equal('people');
    expect(sectionOf('__proto__')).to.equal('people');
  });
});
