import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { openBrowser, type TestBrowser } from '../../scripts/browser/open-browser.ts';
import { visitInWindow } from '../../scripts/browser/visit.ts';
import { doExampleWork } from '../../scripts/screenshots/example-work.ts';
import { type RunningDemo, startRunningDemo } from '../builders/tool/running-demo.ts';
import { accessibilityFaults, picture } from './looking.ts';

const sizes = [
  { width: 320, height: 640 },
  { width: 390, height: 844 },
  { width: 768, height: 1024 },
  { width: 885, height: 478 },
  { width: 1280, height: 800 },
] as const;

type Screen = { readonly name: string; readonly open: (page: Page) => Promise<unknown> };
const learnerScreens: readonly Screen[] = [
  { name: 'progress', open: (page) => page.getByText('Why isn', { exact: false }).first().waitFor() },
  { name: 'evidence-list', open: (page) => page.getByRole('link', { name: 'My evidence' }).click() },
  {
    name: 'evidence-read',
    open: (page) =>
      page
        .getByRole('link', { name: /Complaint call/ })
        .first()
        .click(),
  },
  {
    name: 'evidence-edit',
    open: async (page) => {
      await page
        .getByRole('link', { name: /^Change/ })
        .or(page.getByRole('button', { name: /^Change/ }))
        .first()
        .click();
      await page.getByLabel('Title').waitFor();
    },
  },
];
const staffScreens: readonly Screen[] = [
  { name: 'caseload', open: (page) => page.getByRole('link', { name: 'Amelia Hart' }).waitFor() },
  {
    name: 'review',
    open: async (page) => {
      await page.getByRole('link', { name: 'Amelia Hart' }).click();
      await page.getByRole('button', { name: /^Accept all learner ticks/ }).waitFor();
    },
  },
];
/** The first learner's page, and what an assessor records there. */
const recordScreen: Screen = {
  name: 'record',
  open: async (page) => {
    await page.evaluate(() => {
      location.hash = '#/caseload';
    });
    // From the evidence that waits, her name leads to her page.
    await page.getByRole('link', { name: 'Amelia Hart' }).click();
    await page.getByRole('heading', { level: 1 }).getByRole('link', { name: 'Amelia Hart' }).click();
    await page.getByRole('link', { name: 'Record evidence' }).click();
    await page.getByLabel('What happened, and what it shows').waitFor();
  },
};
const workScreen: Screen = {
  name: 'work',
  open: async (page) => {
    await page.evaluate(() => {
      location.hash = '#/work';
    });
    await page.getByRole('heading', { name: 'What was countersigned' }).waitFor();
  },
};
const matrixScreen: Screen = {
  name: 'matrix',
  open: async (page) => {
    await page.evaluate(() => {
      location.hash = '#/matrix';
    });
    await page.getByRole('link', { name: 'Kwame Boateng' }).waitFor();
  },
};

const scoresScreen: Screen = {
  name: 'scores',
  open: async (page) => {
    await page.getByRole('link', { name: 'Scores' }).click();
    await page.getByRole('link', { name: 'Kwame Boateng' }).waitFor();
  },
};

const placed = (name: string, place: string, heading: string): Screen => ({
  name,
  open: async (page) => {
    await page.evaluate((hash) => {
      location.hash = hash;
    }, place);
    await page.getByRole('heading', { name: heading, exact: true }).waitFor();
  },
});
const reportsScreen = placed('reports', '#/reports', 'What is holding progress back');
const centreScreens: readonly Screen[] = [
  placed('people', '#/centre/people', 'People and roles'),
  placed('caseloads', '#/centre/caseloads', 'Caseloads'),
  placed('settings', '#/centre/settings', 'Centre settings'),
  placed('qualifications', '#/centre/qualifications', 'Import a qualification'),
  placed('connection', '#/centre/connection', 'Platform connection'),
  placed('record', '#/centre/record', 'Record'),
];

const samplingScreens: readonly Screen[] = [
  {
    name: 'sampling',
    open: async (page) => {
      await page.getByRole('link', { name: 'Sampling', exact: true }).click();
      await page.getByRole('heading', { name: 'Next to sample' }).waitFor();
    },
  },
  {
    name: 'sampling-plan',
    open: async (page) => {
      await page.getByRole('button', { name: 'Edit plan' }).click();
      await page.getByRole('dialog').getByText('By method').click();
    },
  },
  {
    name: 'sample',
    open: async (page) => {
      await page.keyboard.press('Escape');
      await page.getByRole('link', { name: /^Amelia Hart: Induction/ }).click();
      await page.getByRole('radio', { name: 'Action required' }).first().check();
    },
  },
  {
    name: 'history',
    open: async (page) => {
      await page
        .getByRole('button', { name: /^History of/ })
        .first()
        .click();
      await page.getByText(/The record of this evidence item is whole/).waitFor();
    },
  },
];

const extensionScreen: Screen = {
  name: 'extension',
  open: async (page) => {
    await page.evaluate(() => {
      location.hash = '#/extension';
    });
    await page.getByRole('heading', { name: 'Browser extension' }).waitFor();
  },
};

const visits: ReadonlyArray<{ readonly person: string; readonly role: string; readonly screens: readonly Screen[] }> = [
  { person: 'amelia', role: 'learner', screens: [...learnerScreens, extensionScreen] },
  {
    person: 'priya',
    role: 'assessor',
    screens: [...staffScreens, recordScreen, matrixScreen, scoresScreen, extensionScreen],
  },
  { person: 'tom', role: 'trainee', screens: [...staffScreens, workScreen] },
  { person: 'ines', role: 'iqa', screens: [matrixScreen, reportsScreen, ...samplingScreens] },
  { person: 'morgan', role: 'manager', screens: [scoresScreen, ...centreScreens] },
];

describe('every screen at every size, light and dark', function () {
  this.timeout(60_000);
  let demo: RunningDemo;
  before(async () => {
    demo = await startRunningDemo();
    await doExampleWork(demo);
  });
  after(() => demo?.close());

  for (const dark of [false, true]) {
    for (const { width, height } of sizes) {
      describe(`${width} x ${height}, ${dark ? 'dark' : 'light'}`, () => {
        let browser: TestBrowser;
        before(async () => {
          browser = await openBrowser({ cookies: 'allowed', width, height, dark });
        });
        after(() => browser?.close());
        for (const { person, role, screens } of visits) {
          it(`fits, and axe finds nothing, for the ${role}`, async () => {
            const page = await visitInWindow(browser.context, demo.lms, person);
            for (const { name, open } of screens) {
              await open(page);
              await page.getByRole('status', { name: 'Loading' }).waitFor({ state: 'detached' });
              await page.getByRole('heading', { level: 1 }).first().waitFor({ state: 'attached' });
              await picture(page, `${role}-${name}-${width}-${dark ? 'dark' : 'light'}`);
              expect(await accessibilityFaults(page), name).to.deep.equal([]);
              const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
              expect(overflow, `${name} is wider than the window`).to.be.at.most(0);
            }
            await page.close();
          });
        }
      });
    }
  }
});
