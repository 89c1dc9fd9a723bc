import type { Page } from 'playwright-core';

/** A screen, and the way to it from the one before. */
export type Screen = { readonly name: string; readonly open: (page: Page) => Promise<unknown> };

/** Opens another place of the panel, as a link in it would. */
export const goTo = (page: Page, hash: string): Promise<void> =>
  page.evaluate((to) => {
    location.hash = to;
  }, hash);

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
    await goTo(page, '#/caseload');
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
    await goTo(page, '#/work');
    await page.getByRole('heading', { name: 'What was countersigned' }).waitFor();
  },
};
const matrixScreen: Screen = {
  name: 'matrix',
  open: async (page) => {
    await goTo(page, '#/matrix');
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

export const placed = (name: string, place: string, heading: string): Screen => ({
  name,
  open: async (page) => {
    await goTo(page, place);
    await page.getByRole('heading', { name: heading, exact: true }).first().waitFor();
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
    await goTo(page, '#/extension');
    await page.getByRole('heading', { name: 'Browser extension' }).waitFor();
  },
};

/** Who opens what, in this order: each screen leads to the next. */
export type Round = { readonly person: string; readonly role: string; readonly screens: readonly Screen[] };
export const visits: readonly Round[] = [
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

/** Each of a person's screens in turn, drawn whole. */
export async function* opened(page: Page, screens: readonly Screen[]): AsyncGenerator<string> {
  for (const { name, open } of screens) {
    await open(page);
    await page.getByRole('status', { name: 'Loading' }).waitFor({ state: 'detached' });
    await page.getByRole('heading', { level: 1 }).first().waitFor({ state: 'attached' });
    yield name;
  }
}
