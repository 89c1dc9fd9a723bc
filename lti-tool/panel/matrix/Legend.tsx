import { standings } from '../../../shared/domain/standing.ts';
import { StandingMark, standingNames } from '../parts/StandingMark.tsx';
import { outsideText } from './outside-text.ts';

/** What the symbols mean. */
export function Legend() {
  return (
    <ul class="legend line" aria-label="Symbols">
      {standings.map((standing) => (
        <li key={standing}>
          <StandingMark standing={standing} label="" /> {standingNames[standing]}
        </li>
      ))}
      <li>
        <span aria-hidden="true">–</span> {outsideText}
      </li>
    </ul>
  );
}
