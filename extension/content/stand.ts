import type { OverlayPlace } from '../messages.ts';
import { controlBoxes, oddControlBox, viewSize } from './controls.ts';
import { type Box, freePlace, isFree, nextFree, type Point, within } from './free-place.ts';

/** As often as a control that shows by its cursor only is looked for anew. */
const mostTries = 24;

/** Holds the host there. Its styles are its own but for these two values. */
function hold(host: HTMLElement, { left, top }: Point): void {
  host.style.setProperty('--cs-left', `${left}px`, 'important');
  host.style.setProperty('--cs-top', `${top}px`, 'important');
}

const isRightToLeft = (): boolean => getComputedStyle(document.documentElement).direction === 'rtl';

/** The point that a distance from a corner means for something of the host's size; start and end as the page reads. */
function pointOf(host: HTMLElement, { corner, x, y }: OverlayPlace): Point {
  const { width, height } = host.getBoundingClientRect();
  const view = viewSize();
  const [left, top] = [view.width - width, view.height - height];
  const isLeft = (corner[1] === 's') !== isRightToLeft();
  return { left: within(isLeft ? x : left - x, left), top: within(corner[0] === 's' ? y : top - y, top) };
}

/** Where the host stands, measured from its nearest corner. */
export function placeOf(host: HTMLElement): OverlayPlace {
  const { left, top, width, height } = host.getBoundingClientRect();
  const view = viewSize();
  const isLeft = 2 * left + width < view.width;
  const isTop = 2 * top + height < view.height;
  return {
    corner: `${isTop ? 's' : 'e'}${isLeft === isRightToLeft() ? 'e' : 's'}`,
    x: Math.round(isLeft ? left : view.width - left - width),
    y: Math.round(isTop ? top : view.height - top - height),
  };
}

/** Knows what must not be covered, and finds places beside it. */
export function ground(host: HTMLElement, others: () => readonly Box[]) {
  const isOurs = (element: Element) => element === host;
  const taken = (): Box[] => [...controlBoxes(), ...others()];
  const oddUnder = ({ left, top }: Point): Box | null => {
    const { width, height } = host.getBoundingClientRect();
    return oddControlBox({ left, top, width, height }, isOurs);
  };
  return {
    /** Whether the host lies on no control where it is now, and whole in the window. */
    isFree(): boolean {
      const box = host.getBoundingClientRect();
      const view = viewSize();
      const inside = box.left >= 0 && box.top >= 0 && box.right <= view.width && box.bottom <= view.height;
      return inside && isFree(box, taken()) && oddUnder(box) === null;
    },
    /** Moves the host to the free place that is nearest to the one wanted. False where the window has none. */
    standBy(place: OverlayPlace): boolean {
      const { width, height } = host.getBoundingClientRect();
      const wanted = pointOf(host, place);
      const boxes = taken();
      for (let tries = 0; tries < mostTries; tries += 1) {
        const found = freePlace({ width, height }, wanted, boxes, viewSize());
        if (found === null) return false;
        const odd = oddUnder(found);
        if (odd === null) {
          hold(host, found);
          return true;
        }
        boxes.push(odd);
      }
      return false;
    },
    /** Moves the host on by steps, over what lies in between; not at all where nothing free follows. */
    stepBy(step: readonly [number, number]): void {
      const { left, top, width, height } = host.getBoundingClientRect();
      const next = nextFree({ left, top, width, height }, step, taken(), viewSize());
      if (next) hold(host, next);
    },
    /** Moves the host along with a pointer, wherever that goes. */
    dragBy(x: number, y: number): void {
      const { left, top, width, height } = host.getBoundingClientRect();
      const view = viewSize();
      hold(host, { left: within(left + x, view.width - width), top: within(top + y, view.height - height) });
    },
  };
}
type Moves = Pick<ReturnType<typeof ground>, 'stepBy' | 'dragBy'>;

const keySteps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-16, 0],
  ArrowRight: [16, 0],
  ArrowUp: [0, -16],
  ArrowDown: [0, 16],
};

/** Lets the person move the host by its handle, with a pointer or the arrow keys. */
export function movable({ stepBy, dragBy }: Moves, handle: HTMLElement, onMoved: () => void): void {
  handle.addEventListener('keydown', (event) => {
    const by = keySteps[event.key];
    if (!by || !event.isTrusted) return;
    event.preventDefault();
    stepBy(by);
    onMoved();
  });
  handle.addEventListener('pointerdown', (event) => {
    if (!event.isTrusted || event.button !== 0) return;
    handle.setPointerCapture(event.pointerId);
    const move = (moved: PointerEvent) => dragBy(moved.movementX, moved.movementY);
    handle.addEventListener('pointermove', move);
    handle.addEventListener(
      'lostpointercapture',
      () => {
        handle.removeEventListener('pointermove', move);
        onMoved();
      },
      { once: true },
    );
  });
}
