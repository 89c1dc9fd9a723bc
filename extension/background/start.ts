import type { Background } from './background.ts';
import { arrangeScripts } from './page-scripts.ts';
import { drawBadge, poll } from './polling.ts';
import { answerMessage } from './requests.ts';

const alarm = 'poll';

/**
 * Listens. All listeners are added at once, in the first turn, so that a browser that stopped the background finds them
 * when it starts it again for an alarm or a message.
 */
export function startBackground(background: Background): void {
  const { browser } = background;
  const report = (work: Promise<unknown>) => void work.catch((error: unknown) => console.error(error));
  browser.onMessage((message, sender) => answerMessage(background, message, sender));
  browser.onWake((name) => name === alarm && report(poll(background)));
  browser.onStarted(() => report(poll(background, true)));
  // Given or taken away, here or in the browser's own settings.
  browser.onReachChanged(() => {
    report(arrangeScripts(background));
    report(poll(background, true));
  });
  browser.onInstalled((isNew) => {
    report(arrangeScripts(background));
    if (isNew) report(browser.openTab(browser.urlOf('options.html')));
  });
  report(browser.wakeEvery(alarm, 1));
  report(drawBadge(background));
}
