import type { Page, Route } from 'playwright-core';
import { goTo, placed, type Round, type Screen } from './the-screens.ts';
import type { UnusualWork } from './unusual-work.ts';

/** What an assessor does about an action of the IQA: of two criteria, one is not met after all. */
const answeringScreens = ({ sampledId }: UnusualWork): readonly Screen[] => [
  placed('actions-asked', '#/caseload', 'The IQA asks for action'),
  {
    name: 'action-in-review',
    open: async (page) => {
      await page.getByRole('link', { name: 'Amelia Hart: Induction week' }).click();
      await page.getByRole('region', { name: /asks for action on/ }).waitFor();
    },
  },
  {
    name: 'not-met-asked',
    open: async (page) => {
      await page.getByRole('button', { name: 'Not met' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('checkbox').first().uncheck();
      await dialog.getByRole('button', { name: /^Mark/ }).click();
      await dialog.getByRole('alert').waitFor();
    },
  },
  {
    name: 'not-met-said',
    open: async (page) => {
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel(/What is missing/).fill('It does not say what you told the customer.');
      await dialog.getByRole('button', { name: /^Mark/ }).click();
      await page.getByText(/marked not met\./).waitFor();
    },
  },
  placed('action-of-two', `#/evidence/${sampledId}`, 'Amelia Hart Induction week on the front desk'),
];

/** The same, as the learner meets it; and a file that did not arrive whole. */
const toldScreens = ({ sampledId, draftId }: UnusualWork): readonly Screen[] => [
  {
    name: 'reopened',
    open: async (page) => {
      await page.getByText('Deliver customer service').first().click();
      await page
        .getByText(/A quality check reopened this/)
        .first()
        .waitFor();
    },
  },
  {
    name: 'told-not-met',
    open: async (page) => {
      await goTo(page, `#/evidence/${sampledId}`);
      await page
        .getByText(/not met, after a quality check/)
        .first()
        .waitFor();
    },
  },
  {
    name: 'upload-stopped',
    open: async (page) => {
      await goTo(page, `#/evidence/${draftId}`);
      await page.getByText(/^Stopped at 40%/).waitFor();
    },
  },
];

/** The record of everything done on a learner's qualification, read and checked. */
const recordRead = ({ enrolmentId }: UnusualWork): Screen => ({
  name: 'record-whole',
  open: async (page) => {
    // From a sample, an IQA is asked first.
    const leave = page.getByRole('dialog').getByRole('button', { name: 'Leave' });
    if (await leave.count()) await leave.click();
    await goTo(page, `#/enrolment/${enrolmentId}`);
    await page.getByRole('button', { name: 'Read and check the record' }).click();
    await page.getByText(/The records of all \d+ evidence items are whole/).waitFor();
    await page.locator('summary', { hasText: 'Induction week on the front desk' }).click();
    await page
      .getByText(/sampled \d+ criteria/)
      .first()
      .waitFor();
  },
});

/** What the record says of an entry that was changed behind the application. */
const brokenRecord = async (route: Route): Promise<void> => {
  const response = await route.fetch();
  const { items } = (await response.json()) as { items: Array<{ record: { brokenAt: number | null } }> };
  const [first, ...others] = items;
  await route.fulfill({
    response,
    json: { items: [{ ...first, record: { ...first?.record, brokenAt: 2 } }, ...others] },
  });
};
const recordBroken = ({ enrolmentId }: UnusualWork): Screen => ({
  name: 'record-broken',
  open: async (page) => {
    await page.route('**/api/enrolments/*/record', brokenRecord);
    await goTo(page, '#/matrix');
    await page.getByRole('link', { name: 'Kwame Boateng' }).waitFor();
    await goTo(page, `#/enrolment/${enrolmentId}`);
    await page.getByRole('button', { name: 'Read and check the record' }).click();
    await page.getByText(/1 of \d+ records is not whole/).waitFor();
  },
});

const samplingAgain = async (page: Page, id: string): Promise<void> => {
  await goTo(page, `#/sample/${id}`);
  await page.getByRole('radio', { name: 'Action required' }).and(page.locator(':enabled')).first().check();
};

/** Ways through sampling that end in a question. */
const askedScreens = ({ sampledId }: UnusualWork): readonly Screen[] => [
  placed('sampling-open', '#/sampling', 'What samples found'),
  {
    name: 'feedback-missing',
    open: async (page) => {
      await samplingAgain(page, sampledId);
      await page.getByRole('button', { name: /^Record: / }).click();
      await page.getByText('Say what the assessor should do, then record.').waitFor();
    },
  },
  {
    name: 'action-asked',
    open: async (page) => {
      await page
        .getByLabel(/^Feedback to/)
        .fill('Ask Amelia how she chose which customer to serve first, and record her answer.');
      await page.getByRole('button', { name: /^Record: / }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'leaving-sample',
    open: async (page) => {
      await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
      await page.getByRole('link', { name: 'Skip' }).click();
      await page.getByRole('dialog', { name: 'Leave without recording?' }).waitFor();
    },
  },
];

const readOnlyScreens = ({ sampledId }: UnusualWork): readonly Screen[] => [
  placed('sampling', '#/sampling', 'Next to sample'),
  {
    name: 'sample',
    open: async (page) => {
      await goTo(page, `#/sample/${sampledId}`);
      await page.getByText('You can look at this; only an IQA can sample it.').waitFor();
    },
  },
];

/** What a harder day leads to, after the example work and the unusual: who meets it, each state leading to the next. */
export const unusualVisits: ReadonlyArray<
  Omit<Round, 'screens'> & { readonly screens: (work: UnusualWork) => readonly Screen[] }
> = [
  { person: 'priya', role: 'assessor', screens: answeringScreens },
  { person: 'amelia', role: 'learner', screens: toldScreens },
  { person: 'ines', role: 'iqa', screens: (work) => [...askedScreens(work), recordRead(work), recordBroken(work)] },
  { person: 'tom', role: 'eqa', screens: (work) => [...readOnlyScreens(work), recordRead(work)] },
  { person: 'morgan', role: 'manager', screens: (work) => [recordRead(work)] },
];
