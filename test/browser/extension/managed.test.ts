import { expect } from 'chai';
import { type FirefoxExtension, openFirefoxExtension } from '../../builders/browser/firefox-extension.ts';

/**
 * Set as an administrator does. Firefox takes it for one user, so that this runs anywhere; Chromium takes it from a folder
 * of the system only, which a test leaves alone.
 */
describe('the extension that an institution has set up by policy, in a real Firefox', function () {
  this.timeout(60_000);
  let extension: FirefoxExtension;
  before(async () => {
    const tools = ['https://countersign.college.example/', 'http://unsafe.example', 7];
    extension = await openFirefoxExtension({ managed: { tools } });
  });
  after(() => extension?.close());

  it('offers the institution’s address, filled in, and none that is not safe', async () => {
    const page = await extension.open('options.html');
    await page.waitForSelector('#tool');
    const seen = await page.evaluate(() => ({
      typed: document.querySelector<HTMLInputElement>('#tool')?.value,
      offered: [...document.querySelectorAll<HTMLOptionElement>('#offered option')].map((one) => one.value),
    }));
    const address = 'https://countersign.college.example';
    expect(seen).to.deep.equal({ typed: address, offered: [address] });
    await page.close();
  });
});
