import type { Ask } from '../ask.ts';
import type { ListedItem, OverlayPlace } from '../messages.ts';
import { button, drawing, element, shadowHost } from './elements.ts';
import { movable, stand, standFree } from './stand.ts';
import { sumOf, waitingList } from './waiting-list.ts';

export type Shown = {
  readonly items: readonly ListedItem[];
  readonly place: OverlayPlace | null;
  /** What the items are of: "in this course". */
  readonly where: string;
};
export type Overlay = { show(shown: Shown | null): void };
type Options = {
  readonly ask: Ask;
  readonly now: () => number;
  /** Remembers where it stands; absent where that is nobody's business. */
  readonly remember?: (place: OverlayPlace) => void;
  readonly onHide?: () => void;
};

/**
 * The small panel over an LMS page. It starts as a pill in a corner where it lies on no control, moves where the person
 * puts it, and takes no room in the page.
 */
export function createOverlay({ ask, now, remember, onHide }: Options): Overlay {
  const { host, shadow } = shadowHost('countersign-overlay');
  let shown: Shown | null = null;
  let place: OverlayPlace | null = null;
  let isOpen = false;
  let drawn: HTMLElement | null = null;

  const draw = (focus: boolean) => {
    const next = shown && (isOpen ? panel(shown) : pill(shown.items));
    drawn?.remove();
    drawn = next;
    if (next === null) return host.remove();
    shadow.append(next);
    // Beside the body, which some pages draw anew as a whole.
    if (!host.isConnected) document.documentElement.append(host);
    if (place === null) place = standFree(host, shown?.place ?? null);
    else stand(host, place);
    if (focus) shadow.querySelector<HTMLElement>('[data-first]')?.focus();
  };
  const toggle = (open: boolean) => {
    isOpen = open;
    draw(true);
  };
  const pill = (items: readonly ListedItem[]) =>
    button(
      { class: 'pill', 'aria-expanded': 'false', 'data-first': '' },
      () => toggle(true),
      drawing('brand'),
      element('span', { class: 'count' }, String(sumOf(items))),
      element('span', { class: 'sr' }, ' unconfirmed: show Countersign'),
    );
  const panel = ({ items, where }: Shown) => {
    const handle = element('button', { type: 'button', class: 'bare handle' }, drawing('move'));
    handle.setAttribute('aria-label', 'Move Countersign: drag, or use the arrow keys');
    movable(host, handle, (moved) => {
      place = moved;
      remember?.(moved);
    });
    const close = button(
      { class: 'bare', 'aria-label': 'Make Countersign small', 'data-first': '' },
      () => toggle(false),
      drawing('close'),
    );
    const made = element(
      'section',
      { class: 'box', 'aria-label': 'Countersign' },
      element(
        'header',
        { class: 'line' },
        element('span', { class: 'count' }, String(sumOf(items))),
        element('b', {}, 'unconfirmed'),
        element('span', { class: 'quiet' }, where),
        element('span', { class: 'push' }, handle, close),
      ),
      waitingList(ask, items, now()),
      onHide ? element('footer', {}, button({ class: 'link quiet' }, onHide, 'Do not show on this site')) : null,
    );
    made.addEventListener('keydown', (event) => {
      if (event.isTrusted && event.key === 'Escape') toggle(false);
    });
    return made;
  };
  addEventListener('resize', () => place && host.isConnected && stand(host, place));

  return {
    show(next) {
      // Drawn anew only when something is new, so that nothing moves under the person's finger.
      const isSame =
        JSON.stringify(next?.items) === JSON.stringify(shown?.items) && host.isConnected === (next !== null);
      shown = next;
      if (!isSame) draw(false);
    },
  };
}
