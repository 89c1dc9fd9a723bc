import { expect } from 'chai';
import { openBrowser } from '../../scripts/browser/open-browser.ts';
import { eventually } from '../builders/tool/eventually.ts';
import { type RunningDemo, startRunningDemo } from '../builders/tool/running-demo.ts';
import { accessibilityFaults, picture } from './looking.ts';

const sizes = [
  { width: 320, height: 800, dark: false },
  { width: 768, height: 1024, dark: true },
  { width: 1280, height: 800, dark: false },
] as const;

for (const manner of ['moodle', 'canvas'] as const)
  describe(`from course and gradebook, in a ${manner}-like LMS`, function () {
    this.timeout(90_000);
    let demo: RunningDemo;
    before(async () => {
      demo = await startRunningDemo(manner);
    });
    after(() => demo?.close());
    const asPriya = async (size: (typeof sizes)[number], address: (lms: RunningDemo['lms']) => string) => {
      const browser = await openBrowser({ cookies: 'blocked', ...size });
      const [name = '', value = ''] = demo.lms.cookieOf('priya').split('=');
      await browser.context.addCookies([{ name, value, url: demo.lms.url }]);
      const page = await browser.context.newPage();
      const faults: string[] = [];
      page.on('pageerror', (error) => faults.push(error.message));
      page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
      await page.goto(address(demo.lms));
      return { browser, page, faults, tool: page.frameLocator('iframe.tool').first() };
    };

    for (const size of sizes)
      it(`a teacher adds an activity by choosing what it is for, at ${size.width} px`, async () => {
        const { browser, page, tool, faults } = await asPriya(size, (lms) => lms.courses()[0]?.url ?? '');
        try {
          await page.getByRole('link', { name: 'Add an activity' }).click();
          await tool.getByRole('heading', { level: 1, name: /^Add a portfolio activity to / }).waitFor();
          await tool.getByLabel('Title in the course').fill(`Shop floor ${size.width}`);
          await tool.getByRole('checkbox', { name: /^202 / }).uncheck();
          await picture(page, `content-${manner}-${size.width}-${size.dark ? 'dark' : 'light'}`);
          // The LMS's own page has scrolled its menu under its head by now.
          const ours = (await accessibilityFaults(page)).filter((fault) => !fault.includes(demo.lms.url));
          expect(ours).to.deep.equal([]);
          const wider = await tool.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth);
          expect(wider, 'wider than its frame').to.be.at.most(0);
          await tool.getByRole('button', { name: 'Add to the course' }).click();
          await tool.getByText('Added one activity:').waitFor();
          expect(faults).to.deep.equal([]);
          const added = demo.lms.courses()[0]?.activities.find(({ title }) => title === `Shop floor ${size.width}`);
          expect(added?.lineItemId).to.be.a('string');
        } finally {
          await browser.close();
        }
      });
    it('a teacher changes their mind, and nothing is added', async () => {
      const [, , size] = sizes;
      const before = demo.lms.courses()[0]?.activities.length;
      const { browser, page, tool } = await asPriya(size, (lms) => lms.courses()[0]?.url ?? '');
      try {
        await page.getByRole('link', { name: 'Add an activity' }).click();
        await tool.getByRole('button', { name: 'Cancel' }).click();
        await tool.getByText('Nothing was added.').waitFor();
        expect(demo.lms.courses()[0]?.activities.length).to.equal(before);
      } finally {
        await browser.close();
      }
    });
    it('an assessor opens a learner’s work from the gradebook', async () => {
      await demo.launch('amelia');
      const [, , size] = sizes;
      const { browser, page, tool } = await asPriya(size, (lms) => lms.courses()[0]?.gradebookUrl ?? '');
      try {
        await page.getByRole('link', { name: 'Open the portfolio of Amelia Hart' }).first().click();
        await tool.getByRole('heading', { level: 1, name: /Amelia Hart/ }).waitFor();
        await picture(page, `gradebook-review-${manner}`);
      } finally {
        await browser.close();
      }
    });
    it('fits its frame without a scroll bar of its own inside one of the LMS’s', async () => {
      const [, , size] = sizes;
      const { browser, page, tool } = await asPriya(size, (lms) => lms.courses()[0]?.activities[0]?.url ?? '');
      try {
        await tool.getByRole('heading', { level: 1 }).waitFor();
        const inner = () => tool.locator('html').evaluate((html) => html.scrollHeight - html.clientHeight);
        const outer = () => page.evaluate(() => document.documentElement.scrollHeight - innerHeight);
        await page.waitForFunction(() => document.readyState === 'complete');
        const both = [await inner(), await outer()];
        expect(
          both.some((beyond) => beyond <= 0),
          `scroll bars of both: ${both}`,
        ).to.equal(true);
      } finally {
        await browser.close();
      }
    });
    it('stays without a second scroll bar when its content grows late, and shrinks again with it', async () => {
      const [, , size] = sizes;
      const { browser, page, tool } = await asPriya(size, (lms) => lms.courses()[0]?.activities[0]?.url ?? '');
      try {
        await tool.getByRole('heading', { level: 1 }).waitFor();
        const frame = page.locator('iframe.tool').first();
        const tall = () => frame.evaluate((element) => element.getBoundingClientRect().height);
        const inner = () => tool.locator('html').evaluate((html) => html.scrollHeight - html.clientHeight);
        const outer = () => page.evaluate(() => document.documentElement.scrollHeight - innerHeight);
        const wide = () => tool.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth);
        // A list that arrives, a picture that loads: the page is longer than it was when it was drawn.
        const grow = (height: number) =>
          tool.locator('body').evaluate((body, pixels) => {
            const late =
              body.ownerDocument.querySelector<HTMLElement>('#late') ?? body.ownerDocument.createElement('div');
            late.id = 'late';
            late.style.height = `${pixels}px`;
            body.append(late);
          }, height);
        // What it shows first has come, and with it the frame's first height.
        await page.waitForLoadState('networkidle');
        const before = { tall: await tall(), outer: await outer() };
        await grow(3_000);
        if (manner === 'canvas') {
          // The LMS's page scrolls, and the frame never does.
          await eventually(async () => void expect(await inner()).to.be.at.most(0), 5_000);
          expect(await tall()).to.be.greaterThan(3_000);
        } else {
          // A Moodle does not listen: its frame stays as it is and scrolls by itself.
          await eventually(async () => void expect(await inner()).to.be.greaterThan(2_000), 5_000);
          expect(await tall()).to.equal(before.tall);
          expect(await outer()).to.equal(before.outer);
        }
        expect(await wide()).to.be.at.most(0);
        await grow(0);
        await eventually(async () => void expect(await tall()).to.be.closeTo(before.tall, 1), 5_000);
        expect(await outer()).to.equal(before.outer);
      } finally {
        await browser.close();
      }
    });
  });
