import { expect } from 'chai';
import type { Page } from 'puppeteer-core';
import {
  connectInFirefox,
  type FirefoxExtension,
  openFirefoxExtension,
  showInFirefox,
} from '../../builders/browser/firefox-extension.ts';
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
import { courseOf, submitted } from './story.ts';

/** The same deeds as in Chromium. What is in the closed shadow is told by its size here: Firefox shows a test no more. */
describe('a hostile LMS page gets nothing, in a real Firefox', function () {
  this.timeout(90_000);
  let demo: RunningDemo;
  let extension: FirefoxExtension;
  let page: Page;
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
  beforeEach(async () => {
    page = await extension.firefox.newPage();
    await page.evaluateOnNewDocument(setTraps);
    await page.goto(courseOf(demo).url);
    await page.waitForSelector('countersign-overlay');
  });
  afterEach(async () => {
    const urls = (await extension.firefox.pages()).map((one) => one.url());
    const token = await demo.launch('priya');
    const caseload = (await demo.api(token, 'GET', '/api/caseload')).body;
    const item = (await demo.api(token, 'GET', `/api/evidence/${evidenceId}`)).body;
    await page.close();
    expect(urls.filter((url) => url.includes('prompt.html') || url.includes('popup.html'))).to.deep.equal([]);
    expect(caseload).to.have.property('unconfirmed', 3);
    expect(item).to.have.nested.property('ticks.assessor').that.deep.equals([]);
  });
  const height = () => page.$eval('countersign-overlay', (host) => host.getBoundingClientRect().height);

  it('that synthesises clicks, keys and pointers, on the overlay and all over it', async () => {
    await page.evaluate(synthesise);
    expect(await height()).to.equal(36);
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
    for (const file of [
      'popup.html',
      `prompt.html?pairing=x&evidence=${evidenceId}&of=learner`,
      'options.html',
      'background.js',
    ]) {
      const url = extension.urlOf(file);
      expect(await page.evaluate(frameAndFetch, url), file).to.equal(false);
      expect(
        page.frames().filter((frame) => frame.url().startsWith(url)),
        file,
      ).to.deep.equal([]);
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
    expect(await inner?.$('countersign-overlay')).to.equal(null);
  });

  it('that throws the overlay out, or all of its own body', async () => {
    await page.evaluate(throwOut);
    expect(await page.$('countersign-overlay')).to.equal(null);
  });
});
