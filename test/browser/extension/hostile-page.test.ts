import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { type OpenExtension, openExtension } from '../../builders/browser/open-extension.ts';
import { type RunningDemo, startRunningDemo } from '../../builders/tool/running-demo.ts';
import { heard } from './inside.ts';
import { pairAs } from './paired.ts';
import { submitted } from './story.ts';

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
    await page.addInitScript(() => {
      // Everything that the overlay might be made with, listened in on before it comes.
      const caught: unknown[] = [];
      Object.assign(globalThis, { caught });
      const attach = Element.prototype.attachShadow;
      Element.prototype.attachShadow = function (this: Element) {
        const root = attach.call(this, { mode: 'open' });
        caught.push(root);
        return root;
      };
      const listen = EventTarget.prototype.addEventListener;
      EventTarget.prototype.addEventListener = function (this: EventTarget, ...given: Parameters<typeof listen>) {
        if (this instanceof HTMLButtonElement) caught.push(given);
        listen.apply(this, given);
      };
      const write = Object.getOwnPropertyDescriptor(Node.prototype, 'textContent')?.set;
      Object.defineProperty(Node.prototype, 'textContent', {
        configurable: true,
        get: () => '',
        set(this: Node, text: string) {
          caught.push(text);
          write?.call(this, text);
        },
      });
      addEventListener('message', ({ data }) => caught.push(data));
    });
    await page.goto(demo.lms.courses()[0]?.url ?? '');
    await page.locator('countersign-overlay').waitFor();
  });
  afterEach(async () => {
    const open = extension.context.pages().filter((one) => one.url().includes('prompt.html'));
    const caseload = (await demo.api(await demo.launch('priya'), 'GET', '/api/caseload')).body;
    const item = (await demo.api(await demo.launch('priya'), 'GET', `/api/evidence/${evidenceId}`)).body;
    await page.close();
    expect(open.map((one) => one.url())).to.deep.equal([]);
    expect(caseload).to.have.property('unconfirmed', 3);
    expect(item).to.have.nested.property('ticks.assessor').that.deep.equals([]);
  });

  it('that synthesises clicks, keys and pointers, on the overlay and all over it', async () => {
    await page.evaluate(() => {
      const host = document.querySelector<HTMLElement>('countersign-overlay');
      if (!host) throw new Error('There is no overlay.');
      const { left, top, width, height } = host.getBoundingClientRect();
      const at = { clientX: left + width / 2, clientY: top + height / 2, bubbles: true, composed: true, button: 0 };
      const target = document.elementFromPoint(at.clientX, at.clientY) ?? host;
      for (const one of [host, target, document.documentElement]) {
        for (const type of ['pointerdown', 'pointerup', 'mousedown', 'mouseup', 'click'])
          one.dispatchEvent(new MouseEvent(type, at));
        for (const key of ['Enter', ' '])
          one.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
        (one as HTMLElement).click();
        (one as HTMLElement).focus();
      }
    });
    expect((await heard(page)).join()).to.not.contain('Accept all learner ticks');
  });

  it('that reads the document, opens shadows by force, and listens in on everything it can', async () => {
    const seen = await page.evaluate(() => {
      const host = document.querySelector('countersign-overlay');
      const { caught } = globalThis as unknown as { caught: unknown[] };
      getSelection()?.selectAllChildren(document.documentElement);
      return {
        root: host?.shadowRoot,
        parts: host?.childNodes.length,
        html: document.documentElement.outerHTML,
        text: String(getSelection()),
        caught: JSON.stringify(caught),
      };
    });
    expect([seen.root, seen.parts, seen.caught]).to.deep.equal([null, 0, '[]']);
    for (const text of [seen.html, seen.text])
      expect(text).to.not.contain('Complaint call').and.to.not.contain('Accept all');
  });

  it('that fakes the messages of panel, extension and background', async () => {
    const heardBack = await page.evaluate(async () => {
      const { caught } = globalThis as unknown as { caught: unknown[] };
      const fakes = [
        { countersign: 'panelHere' },
        { countersign: 'pairingCode', code: 'c'.repeat(43) },
        { type: 'overview', fresh: true },
        { type: 'accept', nonce: 'n'.repeat(43) },
      ];
      for (const fake of fakes) {
        window.postMessage(fake, '*');
        for (const frame of [window.parent, window.top]) frame?.postMessage(fake, '*');
        document.dispatchEvent(new CustomEvent('countersign', { detail: JSON.stringify(fake) }));
      }
      await new Promise((resolve) => setTimeout(resolve, 500));
      const { chrome } = globalThis as unknown as { chrome?: { runtime?: unknown } };
      return {
        answers: caught.filter((one) => !fakes.some((fake) => JSON.stringify(fake) === JSON.stringify(one))),
        runtime: typeof chrome?.runtime,
      };
    });
    expect(heardBack).to.deep.equal({ answers: [], runtime: 'undefined' });
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
      await page.evaluate((source) => {
        const frame = document.createElement('iframe');
        frame.src = source;
        document.body.append(frame);
        return new Promise((resolve) => setTimeout(resolve, 300));
      }, url);
      const got = page.frames().filter((frame) => frame.url().startsWith(url));
      expect(got.length, file).to.equal(0);
      const loads = await page.evaluate(
        async (source) =>
          fetch(source).then(
            (answer) => answer.ok,
            () => false,
          ),
        url,
      );
      expect(loads, file).to.equal(false);
    }
  });

  it('that makes the overlay invisible and lets the person click it unawares', async () => {
    await page.evaluate(() => {
      const host = document.querySelector<HTMLElement>('countersign-overlay');
      host?.style.setProperty('opacity', '0', 'important');
      host?.style.setProperty('transform', 'scale(40)', 'important');
    });
    await page.mouse.click(600, 400);
    await page.mouse.click(600, 400);
    await page.keyboard.press('Enter');
  });

  it('that asks the tool itself, as the page or without a word of who', async () => {
    const answers = await page.evaluate(
      (tool) =>
        Promise.all(
          ['/extension/counts', '/extension/waiting', '/extension/pair'].map((path) =>
            fetch(tool + path, { credentials: 'include' }).then(
              (answer) => answer.type,
              () => 'blocked',
            ),
          ),
        ),
      demo.toolUrl,
    );
    expect(answers).to.deep.equal(['blocked', 'blocked', 'blocked']);
  });

  it('that puts frames of its own into the page, which are told nothing', async () => {
    await page.evaluate(() => {
      const frame = document.createElement('iframe');
      frame.src = location.href;
      document.body.append(frame);
      return new Promise((resolve) => frame.addEventListener('load', resolve));
    });
    const inner = page.frames().find((frame) => frame !== page.mainFrame());
    expect(await inner?.locator('countersign-overlay').count()).to.equal(0);
  });

  it('that throws the overlay out, or all of its own body', async () => {
    await page.evaluate(() => {
      document.querySelector('countersign-overlay')?.remove();
      document.body.replaceChildren();
    });
    expect(await page.locator('countersign-overlay').count()).to.equal(0);
  });
});
