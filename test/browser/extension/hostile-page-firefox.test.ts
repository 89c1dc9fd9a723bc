import { expect } from 'chai';
import {
  connectInFirefox,
  type FirefoxExtension,
  openFirefoxExtension,
  showInFirefox,
} from '../../builders/browser/firefox-extension.ts';
import { type RunningDemo, startRunningDemo } from '../../builders/tool/running-demo.ts';
import { setTraps } from './hostile-deeds.ts';
import { type Attacked, countOverlays, getsNothing } from './hostile-page.ts';
import { courseOf, submitted } from './story.ts';

const inFirefox = (demo: RunningDemo, extension: FirefoxExtension, evidenceId: string): Attacked => ({
  ...{ demo, evidenceId, urlOf: extension.urlOf },
  tabs: async () => (await extension.firefox.pages()).map((one) => one.url()),
  async openHostilePage() {
    const page = await extension.firefox.newPage();
    await page.evaluateOnNewDocument(setTraps);
    await page.goto(courseOf(demo).url);
    await page.waitForSelector('countersign-overlay');
    return {
      person: page,
      run: (deed, given = '') => page.evaluate(deed, given),
      // What is in the closed shadow is told by its size: Firefox shows a test no more.
      async isStillSmall() {
        const height = await page.$eval('countersign-overlay', (host) => host.getBoundingClientRect().height);
        expect(height).to.equal(36);
      },
      frameUrls: () => page.frames().map((frame) => frame.url()),
      overlaysInFrames: () =>
        Promise.all(
          page
            .mainFrame()
            .childFrames()
            .map((frame) => frame.evaluate(countOverlays)),
        ),
      close: () => page.close(),
    };
  },
});

describe('a hostile LMS page gets nothing, in a real Firefox', function () {
  this.timeout(90_000);
  let demo: RunningDemo;
  let extension: FirefoxExtension;
  let evidenceId: string;
  before(async () => {
    demo = await startRunningDemo();
    extension = await openFirefoxExtension();
    evidenceId = await submitted(demo, 'amelia', '1.1', '1.3', '1.5');
    await connectInFirefox(demo, extension, 'priya');
    await showInFirefox(extension);
  });
  after(async () => {
    await extension?.close();
    await demo?.close();
  });
  getsNothing(() => inFirefox(demo, extension, evidenceId));
});
