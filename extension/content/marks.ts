import type { Ask } from '../ask.ts';
import type { ListedItem } from '../messages.ts';
import { coversControl } from './covering.ts';
import { button, element, shadowHost } from './elements.ts';
import type { LmsRow } from './lms/lms.ts';
import { openItem, sumOf } from './waiting-list.ts';

const tag = 'countersign-count';
/** What each living mark says. One that the page copied is not in it, and dead: a copy has no shadow. */
const said = new WeakMap<Element, string>();

/** The mark beside a name: it takes no room, so nothing in the page moves. */
function markOf(ask: Ask, items: readonly ListedItem[]): HTMLElement | null {
  const [oldest] = items;
  if (!oldest) return null;
  const { host, shadow } = shadowHost(tag);
  const count = sumOf(items);
  shadow.append(
    button(
      { class: 'mark', title: `${count} unconfirmed: open the review` },
      () => openItem(ask, oldest),
      element('span', {}, String(count)),
      element('span', { class: 'sr' }, ` unconfirmed of ${oldest.learner}: open the review`),
    ),
  );
  return host;
}

const markSize = { width: 34, height: 24, gap: 6 };

/** Puts a mark after the name, or before it where a control is in the way; nowhere where both are. */
function put(mark: HTMLElement, name: Element): void {
  const { left, right, top, height } = name.getBoundingClientRect();
  const y = top + (height - markSize.height) / 2;
  const isFree = (x: number) =>
    x >= 0 &&
    x + markSize.width <= innerWidth &&
    !coversControl(
      new DOMRect(x, y, markSize.width, markSize.height),
      (one) => one === name || name.contains(one) || one.contains(name) || one.localName === tag,
    );
  if (isFree(right + markSize.gap)) name.after(mark);
  else if (isFree(left - markSize.gap - markSize.width)) {
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
    if ((present ? said.get(present) : '') === wanted) continue;
    present?.remove();
    const mark = markOf(ask, theirs);
    if (mark === null) continue;
    said.set(mark, wanted);
    put(mark, name);
  }
}

/** Takes all marks away: also those in rows that the page copied. */
export function removeMarks(): void {
  for (const mark of document.querySelectorAll(tag)) mark.remove();
}
