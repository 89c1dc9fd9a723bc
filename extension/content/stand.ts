import type { OverlayPlace } from '../messages.ts';
import { coversControl } from './covering.ts';

const margin = 16;
const corners: readonly OverlayPlace['corner'][] = ['ee', 'es', 'se', 'ss'];
const inView = (value: number, most: number): number => Math.min(Math.max(0, value), Math.max(0, most));

type Edge = 'top' | 'right' | 'bottom' | 'left';
const edges: readonly Edge[] = ['top', 'right', 'bottom', 'left'];

/** Holds the host at these distances from the edges of the window. Its styles are its own but for these four values. */
function hold(host: HTMLElement, distances: Partial<Record<Edge, number>>): void {
  for (const edge of edges) {
    const distance = distances[edge];
    if (distance === undefined) host.style.removeProperty(`--cs-${edge}`);
    else host.style.setProperty(`--cs-${edge}`, `${distance}px`, 'important');
  }
}

const isRightToLeft = (): boolean => getComputedStyle(document.documentElement).direction === 'rtl';

/** Puts the overlay where it belongs, by its distance from a corner; start and end as the page reads. */
export function stand(host: HTMLElement, { corner, x, y }: OverlayPlace): void {
  const isLeft = (corner[1] === 's') !== isRightToLeft();
  // Some of it stays in sight, however small the window has become.
  hold(host, {
    [isLeft ? 'left' : 'right']: inView(x, innerWidth - 80),
    [corner[0] === 's' ? 'top' : 'bottom']: inView(y, innerHeight - 48),
  });
}

const isOnControl = (host: HTMLElement): boolean => coversControl(host.getBoundingClientRect(), (one) => one === host);

/**
 * Stands where the person left it, if it lies on no control there, else in the first corner in which it lies on none;
 * in the usual one where there is none such.
 */
export function standFree(host: HTMLElement, left: OverlayPlace | null): OverlayPlace {
  if (left) {
    stand(host, left);
    if (!isOnControl(host)) return left;
  }
  const at = (corner: OverlayPlace['corner'], y: number): OverlayPlace => ({ corner, x: margin, y });
  const usual = at('ee', margin);
  // Above a footer that sticks to the edge, too.
  for (const y of [margin, 72, 128])
    for (const corner of corners) {
      const place = at(corner, y);
      stand(host, place);
      if (!isOnControl(host)) return place;
    }
  stand(host, usual);
  return usual;
}

/** The place of something that was dragged to where it is now, measured from its nearest corner. */
function placeOf(host: HTMLElement): OverlayPlace {
  const { left, right, top, bottom } = host.getBoundingClientRect();
  const isLeft = left + right < innerWidth;
  const isTop = top + bottom < innerHeight;
  const inline = isLeft === isRightToLeft() ? 'e' : 's';
  return {
    corner: `${isTop ? 's' : 'e'}${inline}`,
    x: Math.round(isLeft ? left : innerWidth - right),
    y: Math.round(isTop ? top : innerHeight - bottom),
  };
}

const keySteps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-16, 0],
  ArrowRight: [16, 0],
  ArrowUp: [0, -16],
  ArrowDown: [0, 16],
};

/** Lets the person move the host by its handle, with a pointer or the arrow keys. */
export function movable(host: HTMLElement, handle: HTMLElement, onMoved: (place: OverlayPlace) => void): void {
  const shift = (x: number, y: number) => {
    const { left, top, width, height } = host.getBoundingClientRect();
    hold(host, { left: inView(left + x, innerWidth - width), top: inView(top + y, innerHeight - height) });
  };
  const settle = () => {
    const place = placeOf(host);
    stand(host, place);
    onMoved(place);
  };
  handle.addEventListener('keydown', (event) => {
    const by = keySteps[event.key];
    if (!by || !event.isTrusted) return;
    event.preventDefault();
    shift(...by);
    settle();
  });
  handle.addEventListener('pointerdown', (event) => {
    if (!event.isTrusted || event.button !== 0) return;
    handle.setPointerCapture(event.pointerId);
    const move = (moved: PointerEvent) => shift(moved.movementX, moved.movementY);
    handle.addEventListener('pointermove', move);
    handle.addEventListener(
      'lostpointercapture',
      () => {
        handle.removeEventListener('pointermove', move);
        settle();
      },
      { once: true },
    );
  });
}
