type Props = { readonly confirmed: number; readonly awaiting: number; readonly total: number };

/** A thin bar: thick is confirmed, thin amber waits for a person. The number stands beside it, so it is decoration. */
export function Meter({ confirmed, awaiting, total }: Props) {
  return (
    <svg class="meter" viewBox={`0 0 ${Math.max(1, total)} 1`} preserveAspectRatio="none" aria-hidden="true">
      <path data-standing="confirmed" d={`M0 0h${confirmed}v1H0z`} />
      <path data-standing="awaitingAssessor" d={`M${confirmed} .5h${awaiting}v.5h-${awaiting}z`} />
    </svg>
  );
}
