import { expect } from 'chai';
import fc from 'fast-check';
import type { Frame, Page } from 'playwright-core';
import { doExampleWork } from '../../../scripts/screenshots/example-work.ts';
import { eventually } from '../../builders/tool/eventually.ts';
import { picture } from '../looking.ts';
import { covered } from './covered.ts';
import { demoWithExtension } from './demo-with-extension.ts';
import { press } from './inside.ts';
import { pairAs } from './paired.ts';
import { courseOf } from './story.ts';

const sizes = [
  [1280, 800],
  [1024, 600],
  [768, 1024],
  [390, 844],
  [320, 568],
] as const;

for (const manner of ['moodle', 'canvas'] as const)
  describe(`the overlay over a ${manner}-like LMS lies on no control`, function () {
    this.timeout(180_000);
    const world = demoWithExtension({
      manner,
      prepare: async (demo, extension) => {
        await doExampleWork(demo);
        await pairAs(demo, extension, 'priya');
      },
    });
    let page: Page;
    beforeEach(async () => {
      page = await world.extension.context.newPage();
    });
    afterEach(async () => {
      for (const one of world.extension.context.pages()) if (one.url() !== 'about:blank') await one.close();
    });
    const overlay = (place: Page | Frame) => place.locator('countersign-overlay');
    const heightOf = (place: Page | Frame) =>
      overlay(place).evaluate((host) => Math.round(host.getBoundingClientRect().height));
    const drawn = (place: Page | Frame) =>
      place.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

    /** Scrolls whatever scrolls, and looks at each stop. */
    const neverCovers = async (place: Page | Frame, says: string) => {
      for (const part of [0, 0.3, 0.7, 1]) {
        await place.evaluate((share) => {
          for (const one of document.querySelectorAll('*'))
            if (one.scrollHeight > one.clientHeight) one.scrollTop = share * (one.scrollHeight - one.clientHeight);
        }, part);
        await drawn(place);
        // A frame may still grow with what it shows: the overlay goes out of its way within a moment.
        await eventually(
          async () => void expect(await covered(place), `${says}, scrolled by ${part}`).to.deep.equal([]),
          1_000,
        );
      }
    };
    /** Small, then open, at each size; what became of it when it was to be opened. */
    const atEverySize = async (place: () => Page | Frame, says: string): Promise<Record<string, string>> => {
      const opened: Record<string, string> = {};
      for (const [width, height] of sizes) {
        const size = `${width} x ${height}`;
        await page.setViewportSize({ width, height });
        await drawn(place());
        await neverCovers(place(), `${says}, ${size}, small`);
        if ((await heightOf(place())) === 0) {
          opened[size] = 'no room';
          continue;
        }
        const lists = () => world.extension.context.pages().filter((one) => one.url().endsWith('/popup.html'));
        await press(place(), 'button', /show Countersign/);
        await eventually(
          async () => void expect((await heightOf(place())) > 60 || lists().length > 0).to.equal(true),
          5_000,
        );
        opened[size] = lists().length > 0 ? 'in a window' : 'here';
        for (const list of lists()) await list.close();
        expect(await covered(place()), `${says}, ${size}, just opened`).to.deep.equal([]);
        await picture(page, `extension-room-${manner}-${says}-${width}`);
        await neverCovers(place(), `${says}, ${size}, open`);
        if ((await heightOf(place())) > 60) await press(place(), 'button', /^Make Countersign small/);
      }
      return opened;
    };

    const openCourse = async () => {
      await page.goto(courseOf(world.demo).url);
      await overlay(page).waitFor({ state: 'attached' });
    };

    it('and shifts nothing in the page, small or open', async () => {
      await openCourse();
      const layout = () =>
        page.evaluate(() =>
          [...document.querySelectorAll('body, body *:not(countersign-count)')].map((one) => {
            const { x, y, width, height } = one.getBoundingClientRect();
            return [one.localName, x, y, width, height].join(' ');
          }),
        );
      const small = await layout();
      await press(page, 'button', /show Countersign/);
      await eventually(async () => void expect(await heightOf(page)).to.be.above(60), 5_000);
      expect(await layout()).to.deep.equal(small);
      await overlay(page).evaluate((host) => host.remove());
      expect(await layout()).to.deep.equal(small);
    });

    it('wherever it is dragged, and is found there again on the next page', async () => {
      await openCourse();
      await press(page, 'button', /show Countersign/);
      const box = async () => (await overlay(page).boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
      for (const [x, y] of fc.sample(
        fc.tuple(fc.integer({ max: 1280, min: 0 }), fc.integer({ max: 800, min: 0 })),
        12,
      )) {
        const { x: left, y: top, width } = await box();
        await page.mouse.move(left + width - 60, top + 24);
        await page.mouse.down();
        await page.mouse.move(x, y, { steps: 3 });
        await page.mouse.up();
        await drawn(page);
        expect(await covered(page), `dropped at ${x} ${y}`).to.deep.equal([]);
      }
      const left = await box();
      await page.goto(courseOf(world.demo).url);
      await overlay(page).waitFor({ state: 'attached' });
      await press(page, 'button', /show Countersign/);
      await eventually(async () => {
        const again = await box();
        // Parts of a pixel are the browser's: a line of text may be laid out a third of one higher.
        for (const side of ['x', 'y', 'width', 'height'] as const) expect(again[side]).to.be.closeTo(left[side], 1);
      }, 5_000);
    });

    it('that the page puts under it later, and comes forth again when a page that was full has room', async () => {
      await openCourse();
      const { x, y } = await overlay(page).evaluate((host) => host.getBoundingClientRect());
      await page.evaluate(
        ([left, top]) => {
          const late = document.createElement('button');
          late.id = 'late';
          late.textContent = 'Save changes';
          late.style.cssText = `position:fixed;left:${left}px;top:${top}px`;
          document.body.append(late);
        },
        [x, y],
      );
      await eventually(async () => void expect(await covered(page)).to.deep.equal([]), 2_000);
      expect(await heightOf(page)).to.equal(36);
      await page.evaluate(() => {
        const late = document.getElementById('late');
        if (late) late.style.cssText = 'position:fixed;inset:0;width:100%;height:100%';
      });
      await eventually(async () => void expect(await heightOf(page)).to.equal(0), 2_000);
      await page.evaluate(() => document.getElementById('late')?.remove());
      await eventually(async () => void expect(await heightOf(page)).to.equal(36), 2_000);
      expect(await covered(page)).to.deep.equal([]);
    });

    const pages: ReadonlyArray<readonly [string, () => string]> = [
      ['course', () => courseOf(world.demo).url],
      ...(manner === 'canvas' ? [['modules', () => `${courseOf(world.demo).url}/modules`] as const] : []),
      ['activity', () => courseOf(world.demo).activities[0]?.url ?? ''],
      ['people', () => courseOf(world.demo).participantsUrl],
      ['gradebook', () => courseOf(world.demo).gradebookUrl],
    ];
    for (const [name, url] of pages)
      it(`of the page "${name}", at any size, scrolled anywhere, small and open`, async () => {
        await page.goto(url());
        await overlay(page).waitFor({ state: 'attached' });
        const opened = Object.values(await atEverySize(() => page, name));
        // In reach at every size, and in a usual window the list itself.
        expect(opened).to.not.include('no room');
        expect(opened[0]).to.equal('here');
      });

    it('of the tool in its frame, with a review open', async () => {
      await page.goto(courseOf(world.demo).activities[0]?.url ?? '');
      const panel = page.frameLocator('iframe#contentframe, iframe#tool_content');
      await panel.getByRole('link', { name: 'Amelia Hart' }).click();
      await panel.getByRole('button', { name: /^Accept all learner ticks/ }).waitFor();
      const frame = () => {
        const found = page.frames().find((one) => one.url().startsWith(world.demo.toolUrl));
        if (!found) throw new Error('There is no frame of the tool.');
        return found;
      };
      await overlay(frame()).waitFor({ state: 'attached' });
      const opened = Object.values(await atEverySize(frame, 'review'));
      // A phone's frame is full of controls: there the number on the browser's button is enough.
      expect(opened.slice(0, 3)).to.not.include('no room');
    });
  });
