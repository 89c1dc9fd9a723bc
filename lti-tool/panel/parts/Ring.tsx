import { number } from '../../../shared/texts/locale.ts';
import { partsTexts } from '../../../shared/texts/parts.ts';

/** Radius of the ring; its circumference is measured in criteria by pathLength. */
const circle = { cx: 66, cy: 66, r: 57 };

type Props = {
  readonly confirmed: number;
  /** Criteria that wait for a qualified assessor. */
  readonly awaiting: number;
  /** Criteria of the chosen units. */
  readonly total: number;
};

/** Progress as a ring: thick is confirmed, thin amber waits for a person. */
export function Ring({ confirmed, awaiting, total }: Props) {
  const length = Math.max(1, total);
  return (
    <svg class="ring" viewBox="0 0 132 132" role="img" aria-label={partsTexts.ring(confirmed, total, awaiting)}>
      <g transform="rotate(-90 66 66)">
        <circle class="track" data-standing="untouched" {...circle} stroke-width="2" />
        {confirmed > 0 && (
          <circle
            data-standing="confirmed"
            {...circle}
            stroke-width="12"
            pathLength={length}
            stroke-dasharray={`${confirmed} ${length - confirmed}`}
          />
        )}
        {awaiting > 0 && (
          <circle
            data-standing="awaitingAssessor"
            {...circle}
            stroke-width="5"
            pathLength={length}
            stroke-dasharray={`${awaiting} ${length - awaiting}`}
            stroke-dashoffset={-confirmed}
          />
        )}
      </g>
      <text x="66" y="70">
        {number(confirmed)}
      </text>
      <text class="of" x="66" y="89">
        {partsTexts.of(total)}
      </text>
    </svg>
  );
}
