import { partsTexts } from '../../../shared/texts/parts.ts';

/** Grey lines where text will be; a screen reader hears "Loading". */
export function Skeleton({ lines }: { lines: number }) {
  return (
    <div class="page" role="status" aria-label={partsTexts.loading}>
      {Array.from({ length: lines }, (_, line) => (
        <p class="bone" key={line} aria-hidden="true">
          {'\u00a0'}
        </p>
      ))}
    </div>
  );
}
