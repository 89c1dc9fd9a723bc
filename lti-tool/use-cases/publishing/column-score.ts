import { criteriaUnder, type Specification } from '../../../shared/domain/qualification.ts';
import { type Score, scoreOf } from '../../../shared/domain/score.ts';
import { standingOf } from '../../../shared/domain/standing.ts';
import { publishingTexts as texts } from '../../../shared/texts/publishing.ts';
import type { Enrolment } from '../enrolment-ports.ts';

/**
 * What a column is told of an enrolment: the whole qualification, or one unit of it.
 * A unit is counted from the letters of progress, which stand in the specification's order.
 */
export function columnScore(
  { progress }: Pick<Enrolment, 'progress'>,
  tree: Pick<Specification, 'units'>,
  unitRef: string | null,
): Score {
  if (unitRef === null) return scoreOf(progress, texts.comment);
  const counts = { ...progress.counts };
  for (const standing of Object.keys(counts) as Array<keyof typeof counts>) counts[standing] = 0;
  let at = 0;
  for (const unit of tree.units) {
    const size = criteriaUnder({ units: [unit] }).length;
    if (unit.ref === unitRef)
      for (const letter of progress.letters.slice(at, at + size)) {
        const standing = standingOf(letter);
        if (standing) counts[standing] += 1;
      }
    at += size;
  }
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return scoreOf({ confirmed: counts.confirmed, total, counts }, texts.comment);
}
