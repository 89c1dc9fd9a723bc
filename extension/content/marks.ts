import type { Ask } from '../ask.ts';
import type { ListedItem } from '../messages.ts';
import { controls } from './controls.ts';
import { button, element, shadowHost } from './elements.ts';
import { type Box, isFree } from './free-place.ts';
import type { LmsRow } from './lms/lms.ts';
import { openItem, sumOf } from './waiting-list.ts';

const tag = 'countersign-count';
type Mark = { readonly host: HTMLElement; readonly shown: HTMLElement };
type Said = { readonly what: string; readonly shown: HTMLElement };
/** What each living mark says. One that the page copied is not in it, and dead: a copy has no shadow. */
const said = new WeakMap<Element, Said>();

/** The mark beside a name: it takes no room, so nothing in the page moves. */
function markOf(ask: Ask, items: readonly ListedItem[]): Mark | null {
  const [oldest] = items;
  if (!oldest) return null;
  const { host, shadow } = shadowHost(tag);
  const count = sumOf(items);
  const shown = button(
    { class: 'mark', title: `${count} unconfirmed: open the review` },
    () => openItem(ask, oldest),
    element('span', {}, String(count)),
    element('span', { class: 'sr' }, ` unconfirmed of ${oldest.learner}: open the review`),
  );
  shadow.append(shown);
  return { host, shown };
}

const markSize = { width: 34, height: 24, gap: 6 };

/** The rows in which something may be in a mark's way: the name's own, and those above and below it. */
function rowsAround(name: Element): Element[] {
  const row = name.closest('tr,li,[role=row],.slick-row') ?? name.parentElement?.parentElement ?? name;
  return [row, row.previousElementSibling, row.nextElementSibling].filter((one) => one !== null);
}

/** Puts a mark after the name, or before it where a control is in the way; nowhere where both are. */
function put(mark: HTMLElement, name: Element): void {
  const { left, right, top, height } = name.getBoundingClientRect();
  // Not only what is in the window now: rows are scrolled to.
  const taken = rowsAround(name)
    .flatMap((row) => [...row.querySelectorAll(controls)])
    .filter((one) => !name.contains(one) && !one.contains(name))
    .flatMap((one) => [...one.getClientRects()]);
  const fits = (x: number) =>
    x >= 0 &&
    x + markSize.width <= innerWidth &&
    isFree({ left: x, top: top + (height - markSize.height) / 2, ...markSize }, taken, 0);
  if (fits(right + markSize.gap)) name.after(mark);
  else if (fits(left - markSize.gap - markSize.width)) {
    mark.classList.add('before');
    name.before(mark);
  }
}

const besides = (name: Element): Element | null =>
  [name.nextElementSibling, name.previousElementSibling].find((one) => one?.localName === tag) ?? null;

/** Brings the marks of a page in line with what waits: again after the page drew its tables anew. */
export function drawMarks(ask: Ask, rows: readonly LmsRow[], items: readonly ListedItem[]): void {
  for (const { pageId, name } of rows) {
    const theirs = items.filter((item) => item.learnerPageId === pageId);
    const wanted = theirs.map((item) => `${item.evidenceId} ${item.waiting}`).join(',');
    const present = besides(name);
    if ((present ? said.get(present)?.what : '') === wanted) continue;
    present?.remove();
    const mark = markOf(ask, theirs);
    if (mark === null) continue;
    said.set(mark.host, { what: wanted, shown: mark.shown });
    put(mark.host, name);
  }
}

/** Where the marks are: the overlay covers none of them. */
export const markBoxes = (): Box[] =>
  [...document.querySelectorAll(tag)].flatMap((host) => said.get(host)?.shown.getBoundingClientRect() ?? []);

/** Takes all marks away: also those in rows that the page copied. */
export function removeMarks(): void {
  for (const mark of document.querySelectorAll(tag)) mark.remove();
}
