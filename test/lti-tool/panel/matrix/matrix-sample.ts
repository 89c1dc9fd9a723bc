import type { MatrixRow } from '../../../../lti-tool/panel/matrix/matrix-rows.ts';
import { type EnrolmentId, parseId } from '../../../../shared/domain/ids.ts';

/** A row of the matrix from its letters. */
export const row = (name: string, letters: string): MatrixRow => ({
  enrolmentId: parseId<EnrolmentId>(`E-${name.replace(/\W/g, '')}`),
  name,
  assessorIds: [],
  waits: [],
  confirmed: [...letters].filter((letter) => letter === 'c').length,
  total: [...letters].filter((letter) => letter !== '-').length,
  letters,
});
