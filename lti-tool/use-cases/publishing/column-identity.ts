import type { Specification, Unit } from '../../../shared/domain/qualification.ts';

/** By what a gradebook column of ours is found again: of the whole qualification, or of one of its units. */
export const columnIdentity = (
  { number }: Pick<Specification, 'number'>,
  unit: Pick<Unit, 'ref'> | null,
): { readonly resourceId: string; readonly tag: string } => ({
  resourceId: `cs-${number}${unit ? `-${unit.ref}` : ''}`,
  tag: unit ? 'countersign-unit' : 'countersign',
});
