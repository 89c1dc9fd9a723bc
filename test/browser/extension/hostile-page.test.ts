import { expect } from 'chai';
import { demoWithExtension, type World } from './demo-with-extension.ts';
import { setTraps } from './hostile-deeds.ts';
import { type Attacked, countOverlays, getsNothing } from './hostile-page.ts';
import { heard } from './inside.ts';
import { pairAs } from './paired.ts';
import { courseOf, submitted } from './story.ts';

const inChromium = ({ demo, extension }: World, evidenceId: string): Attacked => ({
  ...{ demo, evidenceId },
  urlOf: (file) => `chrome-extension://${extension.id}/${file}`,
  tabs: async () => extension.context.pages().map((one) => one.url()),
  async openHostilePage() {
    const page = await extension.context.newPage();
    await page.addInitScript(setTraps);
    await page.goto(courseOf(demo).url);
    await page.locator('countersign-overlay').waitFor();
    return {
      person: page,
      run: (deed, given = '') => page.evaluate(deed, given),
      isStillSmall: async () => void expect((await heard(page)).join()).to.not.contain('Accept all learner ticks'),
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

describe('a hostile LMS page gets nothing', function () {
  this.timeout(60_000);
  let evidenceId: string;
  const world = demoWithExtension({
    prepare: async (demo, extension) => {
      evidenceId = await submitted(demo, 'amelia', '1.1', '1.3', '1.5');
      await pairAs(demo, extension, 'priya');
    },
  });
  getsNothing(() => inChromium(world, evidenceId));
});
