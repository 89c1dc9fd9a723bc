import { asker } from '../ask.ts';
import { browser } from '../browser.ts';
import type { ListedItem } from '../messages.ts';
import { canvas } from './lms/canvas.ts';
import type { Lms, LmsPage } from './lms/lms.ts';
import { moodle } from './lms/moodle.ts';
import { drawMarks, markBoxes, removeMarks } from './marks.ts';
import { createOverlay } from './overlay.ts';

const minute = 60_000;
const ask = asker(browser);

const known = (): { readonly lms: Lms; readonly page: LmsPage } | null => {
  for (const lms of [moodle, canvas]) {
    const page = lms.recognise(document, new URL(location.href));
    if (page) return { lms, page };
  }
  return null;
};

/** Shows on a course's pages what waits in it, and keeps up with a page that draws itself anew. */
function start(): void {
  let items: readonly ListedItem[] = [];
  let round = 0;
  const overlay = createOverlay({
    ask,
    now: () => Date.now(),
    others: markBoxes,
    remember: (place) => void ask({ type: 'placeOverlay', place }).catch(() => {}),
    onHide: () => {
      void ask({ type: 'hideHere' }).catch(() => {});
      items = [];
      overlay.show(null);
      removeMarks();
    },
  });
  const mark = () => {
    const here = known();
    if (here && (here.page.kind === 'gradebook' || here.page.kind === 'people'))
      drawMarks(ask, here.lms.rows(document), items);
  };
  const look = async () => {
    round += 1;
    const mine = round;
    const here = known();
    const view =
      here && (await ask({ type: 'lmsPage', product: here.page.product, course: here.page.course }).catch(() => null));
    // A stale answer never wins.
    if (mine !== round) return;
    const learner = here?.page.learner ?? null;
    items = (view?.items ?? []).filter((item) => learner === null || item.learnerPageId === learner);
    const where = learner === null ? 'in this course' : 'of this learner';
    overlay.show(view && items.length > 0 ? { items, place: view.place, where } : null);
    mark();
  };
  let isDue = false;
  const redrawn = () => {
    if (isDue) return;
    isDue = true;
    requestAnimationFrame(() => {
      isDue = false;
      mark();
    });
  };
  new MutationObserver(redrawn).observe(document.body, { childList: true, subtree: true });
  // What was free beside a name may not be any more.
  addEventListener('resize', () => {
    removeMarks();
    redrawn();
  });
  let address = location.href;
  setInterval(() => {
    // Pages that change their address without loading.
    if (location.href === address) return;
    address = location.href;
    removeMarks();
    void look();
  }, 1_000);
  setInterval(() => document.visibilityState === 'visible' && void look(), minute);
  // Back from the prompt's window: what waits has changed.
  addEventListener('focus', () => void look());
  void look();
}

// A page of no course of an LMS is left alone: nothing listens, nothing is drawn.
if (known()) start();
