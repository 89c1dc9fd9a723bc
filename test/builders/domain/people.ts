import type { Actor, Origin } from '../../../shared/domain/evidence.ts';
import { type PersonId, parseId } from '../../../shared/domain/ids.ts';
import type { Role } from '../../../shared/domain/roles.ts';

/** Ana, whose evidence it is unless a test says otherwise. */
export const learnerId = parseId<PersonId>('ana');

/** One person for each role, so that a test names people by what they act as. */
export const personIn: Readonly<Record<Role, PersonId>> = {
  learner: learnerId,
  traineeAssessor: parseId<PersonId>('tim'),
  assessor: parseId<PersonId>('tessa'),
  iqa: parseId<PersonId>('ivy'),
  manager: parseId<PersonId>('max'),
  eqa: parseId<PersonId>('eve'),
};

/** The usual person of a role, or another person acting in it. */
export const anActor = (
  role: Role,
  { personId = personIn[role], origin = 'panel' }: { personId?: PersonId; origin?: Origin } = {},
): Actor => ({ personId, role, origin });
