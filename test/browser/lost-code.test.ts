import { expect } from 'chai';
import { accessibilityFaults } from './looking.ts';
import { openWorkbench, type Workbench } from './open-workbench.ts';

describe('a screen whose code cannot be fetched', function () {
  this.timeout(60_000);
  let bench: Workbench;
  before(async () => {
    bench = await openWorkbench();
  });
  after(() => bench?.close());

  it('says so, and opens when it is tried again', async () => {
    const page = await bench.open('priya', '#/caseload');
    await page.getByRole('heading', { name: 'Caseload', exact: true }).waitFor();
    await page.waitForLoadState('networkidle');
    await page.route('**/panel/chunk-*.js', (route) => route.abort());
    await page.getByRole('link', { name: 'Reports' }).click();
    await page.getByText('this screen could not be fetched').waitFor();
    expect(await accessibilityFaults(page)).to.deep.equal([]);
    await page.unroute('**/panel/chunk-*.js');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('heading', { name: 'What is holding progress back' }).waitFor();
    await page.close();
  });

  it('is there without the network where it comes next: adding evidence, after progress', async () => {
    const page = await bench.open('amelia', '#/');
    await page.getByRole('link', { name: 'Add evidence' }).first().waitFor();
    await page.waitForLoadState('networkidle');
    await page.route('**/panel/chunk-*.js', (route) => route.abort());
    await page.getByRole('link', { name: 'Add evidence' }).first().click();
    await page.getByLabel('Title').waitFor();
    await page.close();
  });
});
