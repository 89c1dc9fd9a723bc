import { texts } from '../texts/texts.ts';

/** Grey lines where text will be; a screen reader hears "Loading". */
export function Skeleton({ lines }: { lines: number }) {
  return (
    <div class="page" role="status" aria-label={texts.parts.loading}>
      {Array.from({ length: lines }, (_, line) => (
        <p class="bone" key={line} aria-hidden="true">
          {'\u00a0'}
        </p>
      ))}
    </div>
  );
}
