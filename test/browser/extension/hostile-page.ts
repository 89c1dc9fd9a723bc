import { expect } from 'chai';
import type { RunningDemo } from '../../builders/tool/running-demo.ts';
import {
  askTheTool,
  fakeMessages,
  frameAndFetch,
  frameItself,
  makeInvisible,
  readAll,
  synthesise,
  throwOut,
} from './hostile-deeds.ts';

/** A page of the LMS in the attacker's hand, open in some browser with the overlay on it. */
type HostilePage = {
  /** Runs a deed in the page, as the page's own script. */
  run<T>(deed: (given: string) => T | Promise<T>, given?: string): Promise<T>;
  /** What the person does, not the page. */
  readonly person: {
    readonly mouse: { click(x: number, y: number): Promise<void> };
    readonly keyboard: { press(key: 'Enter'): Promise<void> };
  };
  /** Fails where the overlay has opened. */
  isStillSmall(): Promise<void>;
  frameUrls(): string[];
  /** How many overlays are in each of the page's frames. */
  overlaysInFrames(): Promise<number[]>;
  close(): Promise<void>;
};
/** A browser whose person, an assessor, has connected the extension; a learner's three ticks wait for them. */
export type Attacked = {
  readonly demo: RunningDemo;
  /** The item with the ticks. */
  readonly evidenceId: string;
  /** The address of a file of the extension. */
  urlOf(file: string): string;
  /** The addresses of all tabs and windows. */
  tabs(): Promise<string[]>;
  openHostilePage(): Promise<HostilePage>;
};

export const countOverlays = (): number => document.querySelectorAll('countersign-overlay').length;

/** Every deed of a hostile page, each of which must get nothing: nothing read, nothing opened, nothing decided. */
export function getsNothing(inBrowser: () => Attacked): void {
  let attacked: Attacked;
  let page: HostilePage;
  before(() => {
    attacked = inBrowser();
  });
  beforeEach(async () => {
    page = await attacked.openHostilePage();
  });
  afterEach(async () => {
    const { demo, evidenceId } = attacked;
    const tabs = await attacked.tabs();
    const token = await demo.launch('priya');
    const caseload = (await demo.api(token, 'GET', '/api/caseload')).body;
    const item = (await demo.api(token, 'GET', `/api/evidence/${evidenceId}`)).body;
    await page.close();
    expect(tabs.filter((url) => /prompt\.html|popup\.html/.test(url))).to.deep.equal([]);
    expect(caseload).to.have.property('unconfirmed', 3);
    expect(item).to.have.nested.property('ticks.assessor').that.deep.equals([]);
  });

  it('that synthesises clicks, keys and pointers, on the overlay and all over it', async () => {
    await page.run(synthesise);
    await page.isStillSmall();
  });

  it('that reads the document, opens shadows by force, and listens in on everything it can', async () => {
    const seen = await page.run(readAll);
    expect([seen.root, seen.parts, seen.caught]).to.deep.equal([null, 0, '[]']);
    for (const text of [seen.html, seen.text])
      expect(text).to.not.contain('Complaint call').and.to.not.contain('Accept all');
  });

  it('that fakes the messages of panel, extension and background', async () => {
    expect(await page.run(fakeMessages)).to.deep.equal({ answers: [], runtime: ['undefined', 'undefined'] });
  });

  it('that frames the popup, the prompt or the settings, or opens them', async () => {
    const prompt = `prompt.html?pairing=x&evidence=${attacked.evidenceId}&of=learner`;
    for (const file of ['popup.html', prompt, 'options.html', 'background.js']) {
      const url = attacked.urlOf(file);
      expect(await page.run(frameAndFetch, url), file).to.equal(false);
      const got = page.frameUrls().filter((one) => one.startsWith(url));
      expect(got, file).to.deep.equal([]);
    }
  });

  it('that makes the overlay invisible and lets the person click it unawares', async () => {
    await page.run(makeInvisible);
    await page.person.mouse.click(600, 400);
    await page.person.mouse.click(600, 400);
    await page.person.keyboard.press('Enter');
  });

  it('that asks the tool itself, as the page or without a word of who', async () => {
    expect(await page.run(askTheTool, attacked.demo.toolUrl)).to.deep.equal(['blocked', 'blocked', 'blocked']);
  });

  it('that puts frames of its own into the page, which are told nothing', async () => {
    await page.run(frameItself);
    expect(await page.overlaysInFrames()).to.deep.equal([0]);
  });

  it('that throws the overlay out, or all of its own body', async () => {
    await page.run(throwOut);
    expect(await page.run(countOverlays)).to.equal(0);
  });
}
