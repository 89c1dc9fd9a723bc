import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { openBrowser, type TestBrowser } from '../../scripts/browser/open-browser.ts';
import { visitInWindow } from '../../scripts/browser/visit.ts';
import { smallPdf } from '../builders/small-pdf.ts';
import { eventually } from '../builders/tool/eventually.ts';
import { type RunningDemo, startRunningDemo } from '../builders/tool/running-demo.ts';
import { uploadFile } from '../builders/tool/upload-file.ts';
import { accessibilityFaults, picture } from './looking.ts';

describe('a PDF beside the criteria', function () {
  this.timeout(60_000);
  let demo: RunningDemo;
  let browser: TestBrowser;
  let token: string;
  before(async () => {
    demo = await startRunningDemo();
    browser = await openBrowser({ cookies: 'allowed', width: 1280, height: 800 });
    token = await demo.launch('amelia');
  });
  after(async () => {
    await browser?.close();
    await demo?.close();
  });

  const submitted = async (name: string, bytes: Buffer): Promise<string> => {
    const me = (await demo.api(token, 'GET', '/api/me')).body as { enrolmentId: string };
    const wording = { title: 'Scanned form', method: 'product', narrative: '', links: [] };
    const { id } = (await demo.api(token, 'POST', `/api/enrolments/${me.enrolmentId}/evidence`, wording)).body as {
      id: string;
    };
    await uploadFile(demo, token, id, name, bytes);
    await demo.api(token, 'POST', `/api/evidence/${id}/ticks`, { tick: ['201/1.1'], untick: [] });
    await demo.api(token, 'POST', `/api/evidence/${id}/submit`, {});
    return id;
  };
  const review = async (id: string, name: string, prepare = async (_page: Page): Promise<void> => {}) => {
    const page = await visitInWindow(browser.context, demo.lms, 'priya');
    await prepare(page);
    await page.evaluate((to) => {
      location.hash = to;
    }, `#/evidence/${id}`);
    const file = page.getByRole('button', { name });
    await file.waitFor();
    if ((await file.getAttribute('aria-expanded')) === 'false') await file.click();
    return page;
  };

  /** How much of the frame has the colour of the page: 0 to 1. */
  const shareOfGreen = async (page: Page): Promise<number> => {
    const png = await page.locator('iframe.document').screenshot();
    const blank = await browser.context.newPage();
    const share = await blank.evaluate(async (base64) => {
      const picture = await createImageBitmap(
        new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], { type: 'image/png' }),
      );
      const drawing = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
      drawing?.drawImage(picture, 0, 0);
      const pixels = drawing?.getImageData(0, 0, picture.width, picture.height).data ?? [];
      let green = 0;
      for (let at = 0; at < pixels.length; at += 4)
        if ((pixels[at] ?? 255) < 60 && (pixels[at + 1] ?? 0) > 180 && (pixels[at + 2] ?? 255) < 60) green += 1;
      return (green * 4) / pixels.length;
    }, png.toString('base64'));
    await blank.close();
    return share;
  };

  it('is drawn by the browser’s own viewer, in place', async () => {
    const id = await submitted('form.pdf', smallPdf('0 0.9 0'));
    const refused: string[] = [];
    const page = await review(id, 'form.pdf', async (opened) => {
      opened.on('console', (message) => {
        if (/Content Security Policy/.test(message.text())) refused.push(message.text());
      });
    });
    await page.locator('iframe.document').waitFor();
    await eventually(async () => void expect(await shareOfGreen(page)).to.be.above(0.1), 15_000);
    expect(await page.getByRole('link', { name: 'Open beside' }).getAttribute('href')).to.match(/^blob:/);
    await picture(page, 'attachment-pdf');
    expect(refused).to.deep.equal([]);
    expect(await accessibilityFaults(page)).to.deep.equal([]);
    await page.close();
  });

  it('is offered in words where the browser has no viewer', async () => {
    const id = await submitted('plain.pdf', smallPdf('0 0.9 0'));
    const page = await review(id, 'plain.pdf', (opened) =>
      opened.evaluate(() => void Object.defineProperty(navigator, 'pdfViewerEnabled', { value: false })),
    );
    await page.getByText('Your browser does not show PDFs. Open plain.pdf beside, or download it.').waitFor();
    expect(await page.locator('iframe.document').count()).to.equal(0);
    await page.close();
  });

  it('is not framed when it only says it is a PDF', async () => {
    const id = await submitted('page.pdf', Buffer.from('<html><script>parent.stolen = true</script></html>'));
    const page = await review(id, 'page.pdf');
    await page.getByRole('link', { name: 'Download' }).waitFor();
    expect(await page.locator('iframe').count()).to.equal(0);
    expect(await page.evaluate(() => 'stolen' in window)).to.equal(false);
    await page.close();
  });
});
