import path from 'node:path';
import { expect } from 'chai';
import { build, type Plugin } from 'esbuild';
import type { Page } from 'playwright-core';
import type { Request } from '../../../extension/messages.ts';
import { openBrowser, type TestBrowser } from '../../../scripts/browser/open-browser.ts';
import { filesFor } from '../../../scripts/pack-extension/files.ts';
import { accessibilityFaults, picture } from '../../browser/looking.ts';
import { eventually } from '../../builders/tool/eventually.ts';
import { pages, view } from './pages.ts';

const root = path.resolve(__dirname, '../../..');

/** The script as it is packed, but over a browser that the test answers for. */
async function scriptOverFake(): Promise<string> {
  const packed = new TextDecoder().decode(
    (await filesFor('chrome', { version: '1.2.3', tools: [] })).get('lms-page.js'),
  );
  // The styles as the build made them: the longest text in the script.
  const style = [...packed.matchAll(/textContent=(?:`([^`]*)`|"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)')/g)]
    .map(([, a, b, c]) => a ?? b ?? c ?? '')
    .sort((a, b) => b.length - a.length)[0];
  const fake: Plugin = {
    name: 'fake-browser',
    setup: ({ onLoad }) =>
      onLoad({ filter: /extension[\\/]browser\.ts$/ }, () => ({
        contents: 'export const browser = { send: (message) => globalThis.answer(message) };',
        loader: 'js',
      })),
  };
  const { outputFiles } = await build({
    ...{ absWorkingDir: root, entryPoints: ['extension/content/lms-page.ts'], bundle: true, write: false },
    ...{ format: 'iife', plugins: [fake], define: { OVERLAY_STYLE: JSON.stringify(style ?? '') } },
  });
  return outputFiles[0]?.text ?? '';
}

describe('the overlay’s script on pages of an LMS', function () {
  this.timeout(60_000);
  let browser: TestBrowser;
  let script: string;
  let asked: Request[];
  let shown: unknown;
  before(async () => {
    script = await scriptOverFake();
    browser = await openBrowser({ cookies: 'blocked' });
    await browser.context.route('https://lms.test/**', (route) =>
      route.fulfill({ contentType: 'text/html', body: pages[route.request().url()] ?? '' }),
    );
  });
  after(() => browser?.close());
  const open = async (address: string): Promise<Page> => {
    asked = [];
    shown = view;
    const page = await browser.context.newPage();
    await page.exposeFunction('answer', (message: Request) => {
      asked.push(message);
      return { value: message.type === 'lmsPage' ? shown : null };
    });
    // Open here, where the test stands for the person; closed in the extension.
    await page.addInitScript(() => {
      const attach = Element.prototype.attachShadow;
      Element.prototype.attachShadow = function (this: Element) {
        return attach.call(this, { mode: 'open' });
      };
    });
    await page.goto(address);
    await page.evaluate(script);
    return page;
  };
  const marks = (page: Page) => page.locator('countersign-count button');

  for (const [address, product, course] of [
    ['https://lms.test/course/view.php?id=2', 'moodle', '2'],
    ['https://lms.test/grade/report/grader/index.php?id=2', 'moodle', '2'],
    ['https://lms.test/courses/17', 'canvas', '17'],
    ['https://lms.test/courses/17/gradebook', 'canvas', '17'],
  ] as const)
    it(`recognises ${address} as ${product}’s course ${course}, and asks for that alone`, async () => {
      const page = await open(address);
      await page.locator('countersign-overlay').getByText('7', { exact: true }).waitFor();
      expect(asked).to.deep.equal([{ type: 'lmsPage', product, course }]);
      await page.close();
    });

  for (const address of ['https://lms.test/elsewhere', 'https://lms.test/site'])
    it(`leaves ${address} alone: it asks, listens and draws nothing`, async () => {
      const page = await open(address);
      expect(asked).to.deep.equal([]);
      expect(await page.locator('countersign-overlay').count()).to.equal(0);
      await page.close();
    });

  for (const address of [
    'https://lms.test/grade/report/grader/index.php?id=2',
    'https://lms.test/user/index.php?id=2',
    'https://lms.test/courses/17/gradebook',
    'https://lms.test/courses/17/users',
  ])
    it(`puts a count beside each learner on ${address}, which opens their review`, async () => {
      const page = await open(address);
      await eventually(async () => void expect(await marks(page).count()).to.equal(2), 5_000);
      const beside = page.locator('a:has(+ countersign-count)');
      expect(await beside.allTextContents()).to.deep.equal(['Amelia Hart', 'Kwame Boateng']);
      await marks(page).nth(1).click();
      expect(asked.at(-1)).to.include({ type: 'openItem', evidenceId: 'evidence-6' });
      await page.close();
    });

  it('shows in SpeedGrader what waits of the learner there', async () => {
    const page = await open('https://lms.test/courses/17/gradebook/speed_grader?assignment_id=3&student_id=6');
    await page.locator('countersign-overlay .pill').click();
    await page.getByText('of this learner').waitFor();
    expect(await page.locator('countersign-overlay li').count()).to.equal(1);
    await page.close();
  });

  it('opens and closes by keyboard, names all its parts, and has no fault in light or dark', async () => {
    const page = await open('https://lms.test/course/view.php?id=2');
    const pill = page.getByRole('button', { name: '7 unconfirmed: show Countersign' });
    await pill.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: /^Accept all trainee assessor ticks \(1\) of Amelia Hart/ }).waitFor();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await accessibilityFaults(page), colorScheme).to.deep.equal([]);
      await picture(page, `extension-overlay-open-${colorScheme}`);
    }
    await page.keyboard.press('Escape');
    await pill.waitFor();
    expect(await pill.evaluate((one) => (one.getRootNode() as ShadowRoot).activeElement === one)).to.equal(true);
    await page.close();
  });

  it('asks for a prompt when a person clicks, and never when a script does', async () => {
    const page = await open('https://lms.test/course/view.php?id=2');
    await page.locator('.pill').click();
    const accept = page.getByRole('button', { name: /^Accept all learner ticks \(3\)/ });
    await accept.evaluate((one: HTMLElement) => {
      one.click();
      one.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    });
    expect(asked.filter(({ type }) => type === 'openPrompt')).to.deep.equal([]);
    await accept.click();
    expect(asked.at(-1)).to.deep.equal({
      ...{ type: 'openPrompt', pairingId: 'token-1', evidenceId: 'evidence-5', of: 'learner' },
    });
    await page.close();
  });

  it('comes back when the page draws its rows anew, and follows what waits', async () => {
    const page = await open('https://lms.test/user/index.php?id=2');
    await eventually(async () => void expect(await marks(page).count()).to.equal(2), 5_000);
    await page.evaluate(() => {
      const body = document.querySelector('tbody');
      const fresh = document.createElement('tbody');
      for (const row of [...(body?.rows ?? [])].reverse()) fresh.append(row.cloneNode(true));
      body?.replaceWith(fresh);
    });
    await eventually(async () => void expect(await marks(page).allTextContents()).to.have.length(2), 5_000);
    shown = { ...view, items: view.items.slice(1) };
    await page.evaluate(() => dispatchEvent(new Event('focus')));
    await eventually(async () => void expect(await marks(page).count()).to.equal(1), 5_000);
    shown = null;
    await page.evaluate(() => dispatchEvent(new Event('focus')));
    await page.locator('countersign-overlay').waitFor({ state: 'detached' });
    expect(await page.locator('countersign-count').count()).to.equal(0);
    await page.close();
  });

  it('goes from the site at one click', async () => {
    const page = await open('https://lms.test/user/index.php?id=2');
    await page.locator('.pill').click();
    await page.getByRole('button', { name: 'Do not show on this site' }).click();
    expect(asked.at(-1)).to.deep.equal({ type: 'hideHere' });
    expect(await page.locator('countersign-overlay, countersign-count').count()).to.equal(0);
    await page.close();
  });

  it('is moved by dragging and by keys, stays in sight, and tells where it stands', async () => {
    const page = await open('https://lms.test/course/view.php?id=2');
    await page.locator('.pill').click();
    const box = async () =>
      (await page.locator('countersign-overlay').boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    const handle = (await page.locator('.handle').boundingBox()) ?? { x: 0, y: 0 };
    await page.mouse.move(handle.x + 5, handle.y + 5);
    await page.mouse.down();
    await page.mouse.move(handle.x - 2000, handle.y - 300, { steps: 4 });
    await page.mouse.up();
    expect((await box()).x).to.equal(0);
    expect(asked.at(-1)).to.have.nested.property('place.x', 0);
    await page.locator('.handle').focus();
    await page.keyboard.press('ArrowRight');
    expect((await box()).x).to.equal(16);
    await page.close();
  });

  it('stands on no control of the page while it is small', async () => {
    const page = await open('https://lms.test/courses/17');
    await page.locator('.pill').waitFor();
    await page.close();
    const crowded = await browser.context.newPage();
    await crowded.exposeFunction('answer', () => ({ value: view }));
    await crowded.goto('https://lms.test/courses/17');
    await crowded.evaluate(() => {
      for (const side of ['left', 'right']) {
        const bar = document.createElement('button');
        bar.textContent = 'Save';
        bar.style.cssText = `position:fixed;bottom:0;${side}:0;width:50%;height:60px`;
        document.body.append(bar);
      }
    });
    await crowded.evaluate(script);
    await crowded.locator('countersign-overlay').waitFor();
    const { y = 0, height = 0 } = (await crowded.locator('countersign-overlay').boundingBox()) ?? {};
    expect(y + height).to.be.at.most(740);
    await crowded.close();
  });
});
