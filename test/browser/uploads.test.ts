import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { accessibilityFaults, picture } from './looking.ts';
import { openWorkbench, type Workbench } from './open-workbench.ts';

describe('files on their way', function () {
  this.timeout(60_000);
  let bench: Workbench;
  before(async () => {
    bench = await openWorkbench();
  });
  after(() => bench?.close());

  it('send a large file on, from where the connection was lost', async () => {
    const page = await bench.open('amelia', '#/evidence/new');
    await page.getByLabel('Title').fill('Video of the desk');
    let parts = 0;
    const offsets: string[] = [];
    await page.route('**/uploads/*?offset=*', (route) => {
      offsets.push(new URL(route.request().url()).searchParams.get('offset') ?? '');
      parts += 1;
      return parts === 3 ? route.abort() : route.fallback();
    });
    const buffer = Buffer.alloc(7 * 1024 * 1024, 'desk');
    await page.locator('input[type=file]').setInputFiles([
      { name: 'desk.bin', mimeType: 'application/octet-stream', buffer },
      { name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('Notes.') },
    ]);
    await page.getByText(/Connection lost at \d+%/).waitFor();
    await picture(page, 'workbench-upload-waits');
    await page.getByText('desk.bin added.').waitFor({ state: 'attached', timeout: 20_000 });
    await page.getByRole('button', { name: 'Remove notes.txt' }).waitFor();
    expect(offsets.filter((offset) => offset === '0')).to.have.length(2);
    expect(offsets.filter((offset) => offset === String(4 * 1024 * 1024))).to.have.length(2);
    await page.close();
  });

  it('go on after the page was loaded again, once the same file is chosen again', async () => {
    const offsets: string[] = [];
    const watch = (page: Page, taken: number) =>
      page.route('**/uploads/*?offset=*', (route) => {
        offsets.push(new URL(route.request().url()).searchParams.get('offset') ?? '');
        return offsets.length <= taken ? route.fallback() : route.abort();
      });
    const directory = await mkdtemp(path.join(tmpdir(), 'countersign-'));
    const video = path.join(directory, 'till.bin');
    try {
      await writeFile(video, Buffer.alloc(5 * 1024 * 1024, 'till'));
      const page = await bench.open('amelia', '#/evidence/new');
      await page.getByLabel('Title').fill('Video of the till');
      await watch(page, 1);
      await page.locator('input[type=file]').setInputFiles(video);
      await page.getByText(/Connection lost at 40%/).waitFor();
      // A launch of its own, as after a reload: nothing of the old page is left.
      await page.close();
      offsets.length = 0;
      const fresh = await bench.open('amelia', '#/evidence');
      await watch(fresh, 9);
      await fresh.getByRole('link', { name: 'Video of the till' }).click();
      await fresh.getByText('Stopped at 40%. Choose the same file again, and it goes on from there.').waitFor();
      await picture(fresh, 'uploads-stopped');
      expect(await accessibilityFaults(fresh)).to.deep.equal([]);
      await fresh.locator('input[type=file]').setInputFiles(video);
      await fresh.getByRole('button', { name: 'Remove till.bin' }).waitFor();
      expect(offsets).to.deep.equal([String(2 * 1024 * 1024), String(4 * 1024 * 1024)]);
      expect(await fresh.getByText(/^Stopped at/).count()).to.equal(0);
      await fresh.close();
    } finally {
      await rm(directory, { recursive: true });
    }
  });
});
