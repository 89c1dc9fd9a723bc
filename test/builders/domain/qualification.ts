import { parseId, type QualificationId } from '../../../shared/domain/ids.ts';
import { type Qualification, type Unit, withCriterionIds } from '../../../shared/domain/qualification.ts';

/** A unit with its criteria per outcome: `aUnit('201', { '1': ['1.1', '1.2'] })`. */
export function aUnit(
  ref: string,
  outcomes: Readonly<Record<string, readonly string[]>>,
  given: Partial<Pick<Unit, 'mandatory' | 'credit'>> = {},
): Unit {
  const [unit] = withCriterionIds([
    {
      ref,
      title: `Unit ${ref}`,
      mandatory: true,
      credit: 5,
      ...given,
      outcomes: Object.entries(outcomes).map(([outcomeRef, refs]) => ({
        ref: outcomeRef,
        title: `Outcome ${outcomeRef}`,
        criteria: refs.map((criterionRef) => ({ ref: criterionRef, text: `Do ${criterionRef}` })),
      })),
    },
  ]);
  if (!unit) throw new Error('A unit in gives a unit out.');
  return unit;
}

/** Units 201 and 202, of which 201 has six criteria in two outcomes and 202 has two in one. */
export const aQualification = (given: Partial<Qualification> = {}): Qualification => ({
  id: parseId<QualificationId>('qualification-1'),
  number: '601/3562/1',
  title: 'Diploma in Customer Service',
  level: 2,
  awardingOrganisation: 'City & Guilds',
  version: '1',
  units: [
    aUnit('201', { '1': ['1.1', '1.2', '1.3'], '2': ['2.1', '2.2', '2.3'] }),
    aUnit('202', { '1': ['1.1', '1.2'] }, { mandatory: false, credit: null }),
  ],
  ...given,
});
