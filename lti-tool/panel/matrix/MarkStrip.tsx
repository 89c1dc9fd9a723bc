import { cellHeight, cellWidth, stretchMarks } from './stretch-marks.ts';

/** The symbols of a stretch of criteria in one drawing. The words stand beside it, or in the cells below. */
export function MarkStrip({ letters }: { letters: string }) {
  const inOrder = document.documentElement.dir === 'rtl' ? [...letters].reverse().join('') : letters;
  const width = letters.length * cellWidth;
  return (
    <svg class="marks" width={width} height={cellHeight} viewBox={`0 0 ${width} ${cellHeight}`} aria-hidden="true">
      {stretchMarks(inOrder).map(({ standing, detail, path }) => (
        <path key={`${standing} ${detail}`} class={detail ? 'detail' : undefined} data-standing={standing} d={path} />
      ))}
    </svg>
  );
}
