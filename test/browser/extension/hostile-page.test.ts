import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { type OpenExtension, openExtension } from '../../builders/browser/open-extension.ts';
import { type RunningDemo, startRunningDemo } from '../../builders/tool/running-demo.ts';
import {
  askTheTool,
  fakeMessages,
  frameAndFetch,
  frameItself,
  makeInvisible,
  readAll,
  setTraps,
  synthesise,
  throwOut,
} from './hostile-deeds.ts';
import { heard } from './inside.ts';
import { pairAs } from './paired.ts';
import { courseOf, submitted } from './story.ts';

/** The page of the LMS is in the attacker's hand: every script here runs as the page's own. */
describe('a hostile LMS page gets nothing', function () {
  this.timeout(60_000);
  let demo: RunningDemo;
  let extension: OpenExtension;
  let page: Page;
  let evidenceId: string;
  before(async () => {
    demo = await startRunningDemo();
    extension = await openExtension();
    evidenceId = await submitted(demo, 'amelia', '1.1', '1.3', '1.5');
    await pairAs(demo, extension, 'priya');
  });
  after(async () => {
    await extension?.close();
    await demo?.close();
  });
  beforeEach(async () => {
    page = await extension.context.newPage();
    await page.addInitScript(setTraps);
    await page.goto(courseOf(demo).url);
    await page.locator('countersign-overlay').waitFor();
  });
  afterEach(async () => {
    const open = extension.context.pages().filter((one) => /prompt\.html|popup\.html/.test(one.url()));
    const caseload = (await demo.api(await demo.launch('priya'), 'GET', '/api/caseload')).body;
    const item = (await demo.api(await demo.launch('priya'), 'GET', `/api/evidence/${evidenceId}`)).body;
    await page.close();
    expect(open.map((one) => one.url())).to.deep.equal([]);
    expect(caseload).to.have.property('unconfirmed', 3);
    expect(item).to.have.nested.property('ticks.assessor').that.deep.equals([]);
  });

  it('that synthesises clicks, keys and pointers, on the overlay and all over it', async () => {
    await page.evaluate(synthesise);
    expect((await heard(page)).join()).to.not.contain('Accept all learner ticks');
  });

  it('that reads the document, opens shadows by force, and listens in on everything it can', async () => {
    const seen = await page.evaluate(readAll);
    expect([seen.root, seen.parts, seen.caught]).to.deep.equal([null, 0, '[]']);
    for (const text of [seen.html, seen.text])
      expect(text).to.not.contain('Complaint call').and.to.not.contain('Accept all');
  });

  it('that fakes the messages of panel, extension and background', async () => {
    expect(await page.evaluate(fakeMessages)).to.deep.equal({ answers: [], runtime: ['undefined', 'undefined'] });
  });

  it('that frames the popup, the prompt or the settings, or opens them', async () => {
    const files = [
      'popup.html',
      `prompt.html?pairing=x&evidence=${evidenceId}&of=learner`,
      'options.html',
      'background.js',
    ];
    for (const file of files) {
      const url = `chrome-extension://${extension.id}/${file}`;
      expect(await page.evaluate(frameAndFetch, url), file).to.equal(false);
      const got = page.frames().filter((frame) => frame.url().startsWith(url));
      expect(got.length, file).to.equal(0);
    }
  });

  it('that makes the overlay invisible and lets the person click it unawares', async () => {
    await page.evaluate(makeInvisible);
    await page.mouse.click(600, 400);
    await page.mouse.click(600, 400);
    await page.keyboard.press('Enter');
  });

  it('that asks the tool itself, as the page or without a word of who', async () => {
    expect(await page.evaluate(askTheTool, demo.toolUrl)).to.deep.equal(['blocked', 'blocked', 'blocked']);
  });

  it('that puts frames of its own into the page, which are told nothing', async () => {
    await page.evaluate(frameItself);
    const inner = page.frames().find((frame) => frame !== page.mainFrame());
    expect(await inner?.locator('countersign-overlay').count()).to.equal(0);
  });

  it('that throws the overlay out, or all of its own body', async () => {
    await page.evaluate(throwOut);
    expect(await page.locator('countersign-overlay').count()).to.equal(0);
  });
});
