import { standings } from '../../../shared/domain/standing.ts';
import { matrixTexts } from '../../../shared/texts/matrix.ts';
import { StandingMark, standingNames } from '../parts/StandingMark.tsx';
import { MarkStrip } from './MarkStrip.tsx';

/** What the symbols mean. @param partly whether some criteria are confirmed on too little evidence */
export function Legend({ partly }: { partly: boolean }) {
  return (
    <ul class="legend line" aria-label={matrixTexts.symbols}>
      {standings.map((standing) => (
        <li key={standing}>
          <StandingMark standing={standing} label="" /> {standingNames()[standing]}
        </li>
      ))}
      {partly && (
        <li>
          <MarkStrip letters="p" /> {matrixTexts.partly}
        </li>
      )}
      <li>
        <span aria-hidden="true">–</span> {matrixTexts.outside}
      </li>
    </ul>
  );
}
