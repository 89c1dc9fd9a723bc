/** A rectangle, in CSS pixels of the window. */
export type Box = { readonly left: number; readonly top: number; readonly width: number; readonly height: number };
export type Point = Pick<Box, 'left' | 'top'>;
export type Size = Pick<Box, 'width' | 'height'>;

/** Kept between us and a control, so that its focus ring is seen too. */
const gap = 4;

const right = ({ left, width }: Box): number => left + width;
const bottom = ({ top, height }: Box): number => top + height;

/** Whether something there lies on none of these boxes, nor nearer to one than that. */
export const isFree = (box: Box, taken: readonly Box[], apart = gap): boolean =>
  taken.every(
    (one) =>
      box.left >= right(one) + apart ||
      right(box) <= one.left - apart ||
      box.top >= bottom(one) + apart ||
      bottom(box) <= one.top - apart,
  );

/** Puts a number between 0 and the most that fits. */
export const within = (value: number, most: number): number => Math.min(Math.max(0, value), Math.max(0, most));

/** The number nearest to the wanted one from 0 to `most` that lies strictly inside none of the spans; null where all do. */
function nearestOutside(wanted: number, most: number, spans: ReadonlyArray<readonly [number, number]>): number | null {
  const isOutside = (value: number) =>
    value >= 0 && value <= most && spans.every(([from, to]) => value <= from || value >= to);
  return [within(wanted, most), ...spans.flat()]
    .filter(isOutside)
    .reduce<number | null>(
      (best, value) => (best === null || Math.abs(value - wanted) < Math.abs(best - wanted) ? value : best),
      null,
    );
}

/**
 * The place in the window nearest to the wanted one at which something of this size lies on none of the boxes; null
 * where the window has no such place. Exact: of all free places none is nearer, counted along both axes.
 */
export function freePlace(size: Size, wanted: Point, taken: readonly Box[], view: Size): Point | null {
  const most = { left: view.width - size.width, top: view.height - size.height };
  if (most.left < 0 || most.top < 0) return null;
  // The nearest place is at the wanted height, or touches a box above or below, or is at the edge.
  const tops = [
    within(wanted.top, most.top),
    ...taken.flatMap((one) => [bottom(one) + gap, one.top - gap - size.height]),
  ]
    .filter((top) => top >= 0 && top <= most.top)
    .sort((a, b) => Math.abs(a - wanted.top) - Math.abs(b - wanted.top));
  let best: Point | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const top of new Set(tops)) {
    const aside = Math.abs(top - wanted.top);
    if (aside >= least) break;
    const spans = taken
      .filter((one) => top < bottom(one) + gap && top + size.height > one.top - gap)
      .map((one) => [one.left - gap - size.width, right(one) + gap] as const);
    const left = nearestOutside(wanted.left, most.left, spans);
    if (left === null || Math.abs(left - wanted.left) + aside >= least) continue;
    best = { left, top };
    least = Math.abs(left - wanted.left) + aside;
  }
  return best;
}

/** The first free place when something is moved on by steps of this kind; null where there is none until the edge. */
export function nextFree(box: Box, [x, y]: readonly [number, number], taken: readonly Box[], view: Size): Point | null {
  const most = { left: view.width - box.width, top: view.height - box.height };
  let { left, top } = box;
  for (;;) {
    const next = { left: within(left + x, most.left), top: within(top + y, most.top) };
    if (next.left === left && next.top === top) return null;
    ({ left, top } = next);
    if (isFree({ ...box, left, top }, taken)) return next;
  }
}
