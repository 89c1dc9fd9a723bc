import type { Ask } from '../ask.ts';
import type { ListedItem, OverlayPlace } from '../messages.ts';
import { button, drawing, element, shadowHost } from './elements.ts';
import type { Box } from './free-place.ts';
import { onPageChanges } from './page-changes.ts';
import { ground, movable, placeOf } from './stand.ts';
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
  /** What else of ours lies on the page, and is not to be covered either. */
  readonly others?: () => readonly Box[];
};

const usual: OverlayPlace = { corner: 'ee', x: 16, y: 16 };
/** The heights that the open list may have, in pixels; what does not fit in scrolls. */
const heights = [520, 320, 200];

/**
 * The small panel over an LMS page. It takes no room in the page and lies on no control of it: it stands where the person
 * put it or as near to that as is free, and goes aside when the page scrolls or draws itself anew. Where the list has no
 * room it stays a pill and opens in a window of the extension's own; where not even the pill has any, it is not there.
 */
export function createOverlay({ ask, now, remember, onHide, others = () => [] }: Options): Overlay {
  const { host, shadow } = shadowHost('countersign-overlay');
  const { isFree, standBy, ...moves } = ground(host, others);
  let shown: Shown | null = null;
  let place = usual;
  let isOpen = false;
  let drawn: HTMLElement | null = null;

  const put = (next: HTMLElement) => {
    drawn?.remove();
    drawn = next;
    shadow.append(next);
    // Beside the body, which some pages draw anew as a whole.
    if (!host.isConnected) document.documentElement.append(host);
  };
  /** Looks for a place for what is drawn, and makes it smaller rather than let it lie on something. */
  const settle = (): boolean => {
    if (drawn === null) return false;
    drawn.style.display = '';
    if (!isOpen) {
      const stands = standBy(place);
      if (!stands) drawn.style.display = 'none';
      return stands;
    }
    return heights.some((height) => {
      host.style.setProperty('--cs-height', `${height}px`);
      return standBy(place);
    });
  };
  const draw = (focus: boolean) => {
    if (shown === null) {
      isOpen = false;
      drawn?.remove();
      drawn = null;
      return host.remove();
    }
    put(isOpen ? panel(shown) : pill(shown.items));
    const stands = settle();
    if (isOpen && !stands) {
      const hadFocus = shadow.activeElement !== null;
      isOpen = false;
      put(pill(shown.items));
      settle();
      if (hadFocus) focusFirst();
    }
    if (focus) focusFirst();
  };
  const focusFirst = () => shadow.querySelector<HTMLElement>('[data-first]')?.focus();
  const toggle = (open: boolean) => {
    isOpen = open;
    draw(true);
    if (open && !isOpen) void ask({ type: 'openList' }).catch(() => {});
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
    movable(moves, handle, () => {
      place = placeOf(host);
      // Dropped onto a control: beside it, and remembered so.
      if (!isFree() && settle()) place = placeOf(host);
      remember?.(place);
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
  onPageChanges(
    (node) => node === host,
    (kind) => {
      if (shown === null || drawn === null) return;
      // The page may have thrown it out together with everything else; it is then not put back by force.
      if (!host.isConnected || (kind === 'other' && drawn.style.display !== 'none' && isFree())) return;
      if (!settle() && isOpen) draw(false);
    },
  );

  return {
    show(next) {
      // Drawn anew only when something is new, so that nothing moves under the person's finger.
      const isSame =
        JSON.stringify(next?.items) === JSON.stringify(shown?.items) && host.isConnected === (next !== null);
      if (shown === null && next?.place) place = next.place;
      shown = next;
      if (!isSame) draw(false);
    },
  };
}
