import { expect } from 'chai';
import { defaultRoleMapping, effectiveRole, type Role, roleHint, roles } from '../../../shared/domain/roles.ts';

const context = (name: string): string => `http://purl.imsglobal.org/vocab/lis/v2/membership#${name}`;
const institution = (name: string): string => `http://purl.imsglobal.org/vocab/lis/v2/institution/person#${name}`;
const system = (name: string): string => `http://purl.imsglobal.org/vocab/lis/v2/system/person#${name}`;
const teachingAssistant = 'http://purl.imsglobal.org/vocab/lis/v2/membership/Instructor#TeachingAssistant';
const testUser = 'http://purl.imsglobal.org/vocab/lti/system/person#TestUser';

describe('roles', () => {
  it('are six', () => {
    expect(roles).to.have.members(['learner', 'traineeAssessor', 'assessor', 'iqa', 'manager', 'eqa']);
  });
});

describe('roles hinted at by a launch', () => {
  /** Moodle 4.5 as recorded; Canvas as its documentation of roles and its users' launches show. */
  const launches: ReadonlyArray<readonly [string, readonly string[], Role | null]> = [
    ['a Moodle student', [context('Learner')], 'learner'],
    ['a Moodle teacher, editing or not', [context('Instructor')], 'assessor'],
    ['a Moodle teacher switched to student', [context('Learner')], 'learner'],
    [
      'a Moodle administrator',
      [institution('Administrator'), context('Instructor'), system('Administrator')],
      'manager',
    ],
    ['a Canvas student', [institution('Student'), context('Learner'), system('User')], 'learner'],
    ['a Canvas student view', [institution('Student'), context('Learner'), system('User'), testUser], 'learner'],
    ['a Canvas teacher', [institution('Instructor'), context('Instructor'), system('User')], 'assessor'],
    [
      'a Canvas teaching assistant',
      [institution('Instructor'), context('Instructor'), teachingAssistant, system('User')],
      'traineeAssessor',
    ],
    [
      'a Canvas account administrator who teaches here',
      [institution('Administrator'), institution('Instructor'), context('Instructor'), system('User')],
      'assessor',
    ],
    [
      'a Canvas account administrator who learns here',
      [institution('Administrator'), institution('Student'), context('Learner'), system('User')],
      'learner',
    ],
    [
      'a Canvas teacher elsewhere who learns here',
      [institution('Instructor'), institution('Student'), context('Learner'), system('User')],
      'learner',
    ],
    ['a Canvas account administrator without a role here', [institution('Administrator'), system('User')], 'manager'],
    ['a Canvas designer', [institution('Instructor'), context('ContentDeveloper'), system('User')], null],
    ['a Canvas observer', [institution('Observer'), context('Mentor'), system('User')], null],
    ['an administrator of the context', [context('Administrator')], 'manager'],
    ['a teaching assistant by the context role', [context('TeachingAssistant')], 'traineeAssessor'],
    ['a teaching assistant by the sub-role alone', [teachingAssistant], 'traineeAssessor'],
    ['somebody who both teaches and learns', [context('Learner'), context('Instructor')], 'assessor'],
    ['a student of the institution without a role here', [institution('Student')], null],
    ['nobody in particular', [], null],
    ['an invented role', ['https://evil.example/membership#Instructor', 'instructor'], null],
  ];
  for (const [who, claims, role] of launches) {
    it(`of ${who}: ${role ?? 'none'}`, () => {
      expect(roleHint(claims)).to.equal(role);
    });
  }
});

describe('roles hinted at by a roster', () => {
  const short: ReadonlyArray<readonly [string, Role | null]> = [
    ['Learner', 'learner'],
    ['Instructor', 'assessor'],
    ['TeachingAssistant', 'traineeAssessor'],
    ['Administrator', 'manager'],
    ['Mentor', null],
  ];
  for (const [name, role] of short) {
    it(`by the short name ${name}: ${role ?? 'none'}`, () => {
      expect(roleHint([name])).to.equal(role);
    });
  }
});

describe("a centre's reading of role hints", () => {
  const instructor = [context('Instructor')];

  it('takes an Instructor for a qualified assessor unless told otherwise', () => {
    expect(defaultRoleMapping).to.deep.equal({ instructor: 'assessor', assessorsMustBeNamed: false });
  });

  const rows: ReadonlyArray<readonly ['assessor' | 'traineeAssessor', boolean, Role]> = [
    ['assessor', false, 'assessor'],
    ['traineeAssessor', false, 'traineeAssessor'],
    ['assessor', true, 'traineeAssessor'],
    ['traineeAssessor', true, 'traineeAssessor'],
  ];
  for (const [setting, assessorsMustBeNamed, role] of rows) {
    const named = assessorsMustBeNamed ? 'and assessors must be named' : 'and assessors need not be named';
    it(`takes an Instructor for ${role} when the setting is ${setting} ${named}`, () => {
      expect(roleHint(instructor, { instructor: setting, assessorsMustBeNamed })).to.equal(role);
    });
  }

  it('changes nothing for learners and managers', () => {
    const mapping = { instructor: 'traineeAssessor', assessorsMustBeNamed: true } as const;
    expect(roleHint([context('Learner')], mapping)).to.equal('learner');
    expect(roleHint([context('Administrator')], mapping)).to.equal('manager');
  });
});

describe('the role a person has', () => {
  const sources = [null, ...roles];
  it("is a manager's setting, else the launch's, else the roster's", () => {
    for (const launch of sources) {
      for (const roster of sources) {
        for (const set of roles) expect(effectiveRole({ set, launch, roster })).to.equal(set);
        expect(effectiveRole({ set: null, launch, roster })).to.equal(launch === null ? roster : launch);
      }
    }
  });

  it('of a Moodle non-editing teacher is what the launch says, not the Learner of the roster', () => {
    const launch = roleHint([context('Instructor')]);
    expect(effectiveRole({ set: null, launch, roster: roleHint(['Learner']) })).to.equal('assessor');
  });
});
