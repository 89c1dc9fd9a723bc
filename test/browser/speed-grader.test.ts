import { expect } from 'chai';
import { openBrowser } from '../../scripts/browser/open-browser.ts';
import { doExampleWork } from '../../scripts/screenshots/example-work.ts';
import { eventually } from '../builders/tool/eventually.ts';
import { startRunningDemo } from '../builders/tool/running-demo.ts';

describe('Canvas’s SpeedGrader', function () {
  this.timeout(90_000);
  for (const [person, name, scored] of [
    ['amelia', 'Amelia Hart', true],
    ['kwame', 'Kwame Boateng', false],
  ] as const)
    it(`opens ${name}’s work, ${scored ? 'by the address that came along with the score' : 'before there is a score'}`, async () => {
      const demo = await startRunningDemo('canvas');
      const browser = await openBrowser({ cookies: 'blocked' });
      try {
        await doExampleWork(demo);
        const course = demo.lms.courses()[0];
        const submitted = () => demo.lms.gradebook(course?.id ?? '').find((row) => row.person === person)?.submission;
        // A learner of whom nothing is confirmed yet has no score, and so no submission: there it is a review message.
        if (scored)
          await eventually(() => {
            const { sub } = demo.lms.person(person);
            expect(submitted()?.address).to.equal(`${demo.toolUrl}/lti/launch?cs_learner=${sub}`);
          }, 20_000);
        const [cookie = '', value = ''] = demo.lms.cookieOf('priya').split('=');
        await browser.context.addCookies([{ name: cookie, value, url: demo.lms.url }]);
        const page = await browser.context.newPage();
        await page.goto(course?.gradebookUrl ?? '');
        await page
          .getByRole('link', { name: `Open the portfolio of ${name}` })
          .first()
          .click();
        expect(page.url()).to.contain('speed_grader');
        const tool = page.frameLocator('iframe.tool').first();
        await tool.getByRole('heading', { level: 1, name: new RegExp(name) }).waitFor();
        expect(await tool.getByRole('heading', { level: 1 }).textContent()).to.contain(name);
      } finally {
        await browser.close();
        await demo.close();
      }
    });
});
