import type { BrowserContext, FrameLocator, Page } from 'playwright-core';
import type { DemoLms } from '../demo-lms/demo-lms.ts';

/** A tab in the LMS, used by one person. */
export type Visit = { readonly page: Page; readonly panel: FrameLocator; readonly faults: readonly string[] };

/** Logs in to the LMS as somebody and opens the activity, with the tool in its frame. */
export async function visit(context: BrowserContext, lms: DemoLms, person: string): Promise<Visit> {
  const [name = '', value = ''] = lms.cookieOf(person).split('=');
  await context.addCookies([{ name, value, url: lms.url }]);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  const activity = lms.courses()[0]?.activities[0];
  if (!activity) throw new Error('The demo LMS has no activity.');
  await page.goto(activity.url);
  const panel = page.frameLocator('iframe#contentframe, iframe#tool_content, iframe').first();
  await panel.getByRole('heading', { level: 1 }).waitFor();
  return { page, panel, faults };
}

/** The same activity as a page of its own: the LMS opens the tool in a new window. */
export async function visitInWindow(context: BrowserContext, lms: DemoLms, person: string): Promise<Page> {
  const { page } = await visit(context, lms, person);
  const [window] = await Promise.all([
    context.waitForEvent('page'),
    page.getByRole('link', { name: 'Open in a new window' }).click(),
  ]);
  await window.getByRole('heading', { level: 1 }).waitFor();
  await page.close();
  return window;
}
