import { expect } from 'chai';
import { eventually } from '../../builders/tool/eventually.ts';
import { accessibilityFaults, picture } from '../looking.ts';
import { demoWithExtension } from './demo-with-extension.ts';
import { heard, press } from './inside.ts';
import { pairAs } from './paired.ts';
import { courseOf, submitted } from './story.ts';

describe('the extension over a Canvas-like LMS, in a real Chromium', function () {
  this.timeout(60_000);
  const world = demoWithExtension({
    manner: 'canvas',
    prepare: async (demo, extension) => {
      await submitted(demo, 'amelia', '1.1', '1.3');
      await pairAs(demo, extension, 'priya');
    },
  });

  it('shows a count beside each learner in gradebook and people, by Canvas’s own numbers', async () => {
    for (const [name, url] of [
      ['gradebook', courseOf(world.demo).gradebookUrl],
      ['people', courseOf(world.demo).participantsUrl],
    ] as const) {
      const page = await world.openLms(url);
      await eventually(
        async () => void expect((await heard(page)).join()).to.contain('2 unconfirmed of Amelia Hart'),
        8_000,
      );
      await picture(page, `extension-canvas-${name}`);
      await page.close();
    }
  });

  it('shows what waits in the list of modules, and in SpeedGrader what waits of the learner there', async () => {
    const assignment = /assignments\/(\d+)/.exec(courseOf(world.demo).activities[0]?.url ?? '')?.[1];
    const people = await world.openLms(courseOf(world.demo).participantsUrl);
    const grader = async (learner: string) => {
      const id = await people.getByRole('link', { name: learner }).getAttribute('data-student_id');
      return `${courseOf(world.demo).gradebookUrl}/speed_grader?assignment_id=${assignment}&student_id=${id}`;
    };
    for (const [name, url] of [
      ['modules', `${courseOf(world.demo).url}/modules`],
      ['speedgrader', await grader('Amelia Hart')],
    ] as const) {
      const page = await world.openLms(url);
      await eventually(
        async () => void expect((await heard(page)).join()).to.contain('2 unconfirmed: show Countersign'),
        8_000,
      );
      await picture(page, `extension-canvas-${name}`);
      await page.close();
    }
    const other = await world.openLms(await grader('Kwame Boateng'));
    await other.getByRole('heading', { level: 1 }).waitFor();
    await other.evaluate(() => dispatchEvent(new Event('focus')));
    expect(await other.locator('countersign-overlay').count()).to.equal(0);
    await other.close();
    await people.close();
  });

  it('keeps its looks under a page’s strictest policy', async () => {
    const page = await world.extension.context.newPage();
    await page.route(courseOf(world.demo).url, async (route) => {
      const response = await route.fetch();
      const headers = { ...response.headers(), 'content-security-policy': "default-src 'none'; style-src 'none'" };
      await route.fulfill({ response, headers });
    });
    await page.goto(courseOf(world.demo).url);
    await page.locator('countersign-overlay').waitFor();
    const { height = 0, y = 0 } = (await page.locator('countersign-overlay').boundingBox()) ?? {};
    expect([height, y > 600]).to.deep.equal([36, true]);
    await page.close();
  });

  it('accepts all from the course page, which changes the gradebook', async () => {
    const page = await world.openLms(courseOf(world.demo).url);
    await press(page, 'button', /show Countersign/);
    await eventually(async () => void expect((await heard(page)).join()).to.contain('Accept all learner'), 5_000);
    await picture(page, 'extension-canvas-course');
    await page.emulateMedia({ colorScheme: 'dark' });
    await picture(page, 'extension-canvas-course-dark');
    const [prompt] = await Promise.all([
      world.extension.context.waitForEvent('page'),
      press(page, 'button', /^Accept all learner ticks \(2\)/),
    ]);
    await prompt.getByRole('button', { name: 'Confirm 2 criteria' }).click();
    await prompt.getByRole('heading', { name: '2 criteria confirmed.' }).waitFor();
    await eventually(() => {
      const row = world.demo.lms.gradebook(courseOf(world.demo).id).find((one) => one.person === 'amelia');
      expect(row?.comment).to.contain('2 of 81 criteria confirmed');
    }, 8_000);
    if (!prompt.isClosed()) await prompt.close();
    await page.close();
  });

  it('says that nothing waits, and at 320 pixels fits', async () => {
    for (const file of ['popup.html', 'options.html']) {
      const page = await world.extension.open(file);
      await page.setViewportSize({ width: 320, height: 640 });
      await page.getByRole('heading', { level: 1 }).waitFor();
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        expect(await accessibilityFaults(page), `${file}, ${colorScheme}`).to.deep.equal([]);
        await picture(page, `extension-small-${file.replace('.html', '')}-${colorScheme}`);
      }
      expect(await page.evaluate(() => document.documentElement.scrollWidth), file).to.be.at.most(320);
      if (file === 'popup.html') await page.getByRole('heading', { name: 'Nothing waits for you' }).waitFor();
      await page.close();
    }
  });

  it('says so when the tool cannot be reached, and changes nothing', async () => {
    await submitted(world.demo, 'kwame', '2.1');
    const page = await world.extension.open('popup.html');
    await page.getByRole('button', { name: /^Accept all learner ticks \(1\)/ }).waitFor();
    await world.demo.tool.close();
    await page.getByRole('button', { name: /^Accept all learner ticks \(1\)/ }).click();
    await page.getByText('cannot be reached now, so nothing was changed').waitFor();
    await picture(page, 'extension-popup-offline');
    expect(await accessibilityFaults(page)).to.deep.equal([]);
    await page.close();
  });
});
