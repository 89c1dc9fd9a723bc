import type { EvidenceSoFar, Names } from '../domain/explanation.ts';
import type { Standing } from '../domain/standing.ts';
import { evidenceNeededTexts as more, toLearnerTexts, toStaffTexts } from './english/explanation.ts';

/** The learner themselves, or anybody of the centre. */
export type Reader = 'learner' | 'staff';

const one: EvidenceSoFar = { confirmations: 0, needed: 1 };

/** R7: the plain answer to "why is this not showing?", in words fit for the reader. */
export function explain(standing: Standing, reader: Reader, names: Names, evidence = one): string {
  const { confirmations, needed } = evidence;
  if (standing === 'untouched' && confirmations > 0)
    return `${more.partly(evidence)} ${reader === 'learner' ? more.toLearner : more.toStaff(names)}`;
  const why = (reader === 'learner' ? toLearnerTexts : toStaffTexts)[standing](names);
  return needed === 1 || standing === 'confirmed' ? why : `${why} ${more.soFar(evidence)}`;
}
