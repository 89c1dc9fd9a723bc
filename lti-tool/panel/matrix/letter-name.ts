import { isPartlyConfirmed, standingOf } from '../../../shared/domain/standing.ts';
import { matrixTexts } from '../../../shared/texts/matrix.ts';
import { standingNames } from '../parts/StandingMark.tsx';

/** What a letter of a row is called. */
export function letterName(letter: string): string {
  const standing = standingOf(letter);
  if (standing === null) return matrixTexts.outside;
  return isPartlyConfirmed(letter) ? matrixTexts.partly : standingNames()[standing];
}
