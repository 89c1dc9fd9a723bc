import { expect } from 'chai';
import type { Page, Route } from 'playwright-core';
import { accessibilityFaults, looksRightEverywhere, picture } from './looking.ts';
import { openWorkbench, type Workbench } from './open-workbench.ts';

const failing = (route: Route) =>
  route.fulfill({ status: 500, json: { code: 'internal', message: 'Something went wrong on our side.' } });

describe('the states of the screens of quality assurance', function () {
  this.timeout(60_000);
  let bench: Workbench;
  let evidenceId: string;
  before(async () => {
    bench = await openWorkbench();
    evidenceId = await bench.submitted('amelia', 'Complaint call', ['201/1.1']);
  });
  after(() => bench?.close());

  /** The screens by where they are, what they ask for, and what they say where there is nothing. */
  const screens = [
    ['sampling', () => '#/sampling', '**/api/sampling', /Nothing to sample yet/],
    ['sample', () => `#/sample/${evidenceId}`, '**/api/evidence/*/sampling', /nothing to sample/],
    ['reports', () => '#/reports', '**/api/reports/holding-back', null],
    ['matrix', () => '#/matrix', '**/api/matrix', null],
  ] as const;
  const looked = async (page: Page, name: string) => {
    await picture(page, `quality-state-${name}`);
    expect(await accessibilityFaults(page), name).to.deep.equal([]);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow, `${name} is wider than the window`).to.be.at.most(0);
  };

  for (const [name, hash, path, empty] of screens) {
    for (const width of [320, 885])
      it(`${name}: loads, fails and comes back, ${width} pixels wide`, async () => {
        // Away from the matrix, which an IQA begins with.
        const page = await bench.open('ines', name === 'reports' ? '#/sampling' : '#/reports');
        await page.getByRole('status', { name: 'Loading' }).waitFor({ state: 'detached' });
        await page.getByRole('heading', { level: 1, name: /Sampling|holding/ }).waitFor();
        await page.setViewportSize({ width, height: 640 });
        let release = () => {};
        const held = new Promise<void>((resolve) => {
          release = resolve;
        });
        await page.route(path, async (route) => {
          await held;
          await failing(route);
        });
        await page.evaluate((to) => {
          location.hash = to;
        }, hash());
        await page.getByRole('status', { name: 'Loading' }).waitFor();
        await looked(page, `${name}-loading-${width}`);
        release();
        await page.getByRole('button', { name: /again/i }).first().waitFor();
        await looked(page, `${name}-error-${width}`);
        await page.unroute(path);
        await page.getByRole('button', { name: /again/i }).first().click();
        await page.getByRole('status', { name: 'Loading' }).waitFor({ state: 'detached' });
        if (empty) await page.getByText(empty).first().waitFor();
        await looked(page, `${name}-back-${width}`);
        await page.close();
      });

    it(`${name}: says that the connection is lost, and comes back with it`, async () => {
      const page = await bench.open('ines', name === 'reports' ? '#/sampling' : '#/reports');
      await page.getByRole('heading', { level: 1, name: /Sampling|holding/ }).waitFor();
      await page.route(path, (route) => route.abort('internetdisconnected'));
      await page.evaluate((to) => {
        location.hash = to;
      }, hash());
      await page.getByRole('button', { name: /again/i }).first().waitFor();
      await looksRightEverywhere(page, `quality-state-${name}-offline`);
      await page.unroute(path);
      await page.getByRole('button', { name: /again/i }).first().click();
      await page.getByRole('button', { name: /again/i }).first().waitFor({ state: 'detached' });
      await page.close();
    });
  }
});
