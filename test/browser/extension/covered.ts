import type { Frame, Page } from 'playwright-core';

/** What a person can operate, told by more signs than the extension goes by. */
const operable = [
  'a[href], button, input:not([type=hidden]), select, textarea, label, summary, iframe, [contenteditable=true]',
  '[role=button], [role=link], [role=checkbox], [role=tab], [role=menuitem], [role=radio], [role=option]',
].join();

/**
 * The controls of the page that something of the extension lies on, in words; empty when it lies on none. Each pixel of
 * where they meet is looked at, and what is hidden there by the page itself does not count.
 */
export const covered = (place: Page | Frame): Promise<string[]> =>
  place.evaluate((selector) => {
    const faults: string[] = [];
    for (const host of document.querySelectorAll('countersign-overlay')) {
      const ours = host.getBoundingClientRect();
      for (const control of document.querySelectorAll(selector))
        for (const theirs of control.getClientRects()) {
          const [left, top] = [Math.max(ours.left, theirs.left), Math.max(ours.top, theirs.top)];
          const [right, bottom] = [Math.min(ours.right, theirs.right), Math.min(ours.bottom, theirs.bottom)];
          const shows = (x: number, y: number) =>
            x >= theirs.left &&
            x < theirs.right &&
            y >= theirs.top &&
            y < theirs.bottom &&
            document.elementsFromPoint(x, y).some((one) => one === control || control.contains(one));
          // A line of a pixel or two, at the edge of what scrolls, is nothing that anybody could press.
          const isThick = (x: number, y: number) =>
            (shows(x - 2, y) || shows(x + 2, y)) && (shows(x, y - 2) || shows(x, y + 2));
          let isSeen = false;
          for (let x = left + 0.5; x < right && !isSeen; x += 1)
            for (let y = top + 0.5; y < bottom && !isSeen; y += 1) isSeen = shows(x, y) && isThick(x, y);
          if (isSeen) {
            const at = [ours, theirs].map(({ x, y, width, height }) => [x, y, width, height].map(Math.round).join(' '));
            faults.push(`${control.localName} "${control.textContent?.trim().slice(0, 40)}" (${at.join(' on ')})`);
          }
        }
      // Nor out of the window, where nobody finds it.
      if (ours.width > 0 && (ours.left < 0 || ours.top < 0 || ours.right > innerWidth || ours.bottom > innerHeight))
        faults.push('It is not whole in the window.');
    }
    return faults;
  }, operable);
