import { expect } from 'chai';
import {
  actsAsLearner,
  defaultRoleMapping,
  effectiveRole,
  type Role,
  type RoleMapping,
  roleHint,
  roles,
} from '../../../shared/domain/roles.ts';

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
  const hinted = (launch: Role | null, mapping: Partial<RoleMapping>, groups: readonly string[] = []) =>
    effectiveRole({ set: null, launch, roster: null, groups }, { ...defaultRoleMapping, ...mapping });

  it('takes an Instructor for a qualified assessor unless told otherwise', () => {
    expect(defaultRoleMapping).to.deep.equal({ instructor: 'assessor', assessorsMustBeNamed: false, groups: [] });
  });

  const rows: ReadonlyArray<readonly ['assessor' | 'traineeAssessor', boolean, Role]> = [
    ['assessor', false, 'assessor'],
    ['traineeAssessor', false, 'traineeAssessor'],
    ['assessor', true, 'traineeAssessor'],
    ['traineeAssessor', true, 'traineeAssessor'],
  ];
  for (const [instructor, assessorsMustBeNamed, role] of rows) {
    const named = assessorsMustBeNamed ? 'and assessors must be named' : 'and assessors need not be named';
    it(`takes an Instructor for ${role} when the setting is ${instructor} ${named}`, () => {
      expect(hinted('assessor', { instructor, assessorsMustBeNamed })).to.equal(role);
    });
  }

  const groups = [
    { group: '7', role: 'iqa' },
    { group: '8', role: 'assessor' },
  ] as const;
  const inGroups: ReadonlyArray<readonly [string, Role | null, readonly string[], boolean, Role | null]> = [
    ['an Instructor of a mapped group', 'assessor', ['7'], false, 'iqa'],
    ['an Instructor of two mapped groups, by the first line', 'assessor', ['8', '7'], false, 'iqa'],
    ['an Instructor of other groups', 'assessor', ['1', '77'], false, 'assessor'],
    ['a teaching assistant of the assessors', 'traineeAssessor', ['8'], false, 'assessor'],
    [
      'a teaching assistant of the assessors where they must be named',
      'traineeAssessor',
      ['8'],
      true,
      'traineeAssessor',
    ],
    ['a learner who put themselves in the group', 'learner', ['7', '8'], false, 'learner'],
    ['a manager in the group', 'manager', ['8'], false, 'manager'],
    ['a person without a role in the group', null, ['8'], false, null],
  ];
  for (const [who, launch, mine, assessorsMustBeNamed, role] of inGroups) {
    it(`takes ${who} for ${role ?? 'nobody'}`, () => {
      expect(hinted(launch, { groups, assessorsMustBeNamed }, mine)).to.equal(role);
    });
  }

  it('never outranks what a manager set', () => {
    for (const set of roles)
      expect(
        effectiveRole(
          { set, launch: 'assessor', roster: null, groups: ['7'] },
          { instructor: 'traineeAssessor', assessorsMustBeNamed: true, groups },
        ),
      ).to.equal(set);
  });

  it('makes no learner of a teacher and no teacher of a learner', () => {
    for (const launch of [null, ...roles])
      for (const roster of [null, ...roles])
        for (const instructor of ['assessor', 'traineeAssessor'] as const) {
          const sources = { set: null, launch, roster, groups: ['7', '8'] };
          const role = effectiveRole(sources, { instructor, assessorsMustBeNamed: true, groups });
          expect(role === 'learner').to.equal(actsAsLearner(sources));
        }
  });
});

describe('the role a person has', () => {
  const sources = [null, ...roles];
  it("is a manager's setting, else the launch's, else the roster's", () => {
    for (const launch of sources) {
      for (const roster of sources) {
        for (const set of roles) expect(effectiveRole({ set, launch, roster }, defaultRoleMapping)).to.equal(set);
        const role = effectiveRole({ set: null, launch, roster }, defaultRoleMapping);
        expect(role).to.equal(launch === null ? roster : launch);
      }
    }
  });

  it('of a Moodle non-editing teacher is what the launch says, not the Learner of the roster', () => {
    const launch = roleHint([context('Instructor')]);
    const roster = roleHint(['Learner']);
    expect(effectiveRole({ set: null, launch, roster }, defaultRoleMapping)).to.equal('assessor');
  });
});
