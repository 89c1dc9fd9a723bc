import type { Page } from 'playwright-core';
import { openBrowser, type TestBrowser } from '../../scripts/browser/open-browser.ts';
import { visitInWindow } from '../../scripts/browser/visit.ts';
import { type RunningDemo, startRunningDemo } from '../builders/tool/running-demo.ts';

type Item = Readonly<Record<string, unknown>> & {
  readonly id: string;
  readonly ticks: { readonly assessor: ReadonlyArray<{ criterionId: string }> };
};

export type Workbench = {
  readonly demo: RunningDemo;
  readonly browser: TestBrowser;
  /** A call of the API by one of the people of the demo. */
  call<T = Item>(person: string, method: string, path: string, body?: unknown): Promise<T>;
  /** The id of evidence that a learner has submitted with these criteria ticked. */
  submitted(person: string, title: string, tick: readonly string[]): Promise<string>;
  /** A window of a person's at a place of the panel. */
  open(person: string, hash: string): Promise<Page>;
  /** The criteria confirmed on an item, in order. */
  confirmedOn(id: string): Promise<string[]>;
  close(): Promise<void>;
};

/** The demo with a learner, their assessors and a browser of the size that a course page leaves. */
export async function openWorkbench(): Promise<Workbench> {
  const demo = await startRunningDemo();
  const browser = await openBrowser({ cookies: 'allowed', width: 885, height: 478 }).catch(async (error: unknown) => {
    await demo.close();
    throw error;
  });
  const tokens = new Map<string, Promise<string>>();
  const tokenOf = (person: string) => {
    const known = tokens.get(person) ?? demo.launch(person);
    tokens.set(person, known);
    return known;
  };
  const call: Workbench['call'] = async <T>(person: string, method: string, path: string, body?: unknown) =>
    (await demo.api(await tokenOf(person), method, path, body)).body as T;
  return {
    demo,
    browser,
    call,
    async submitted(person, title, tick) {
      const me = await call(person, 'GET', '/api/me');
      const wording = { title, method: 'observation', narrative: 'I listened first.', links: [] };
      const { id } = await call(person, 'POST', `/api/enrolments/${me.enrolmentId}/evidence`, wording);
      await call(person, 'POST', `/api/evidence/${id}/ticks`, { tick, untick: [] });
      await call(person, 'POST', `/api/evidence/${id}/submit`, {});
      return id;
    },
    async open(person, hash) {
      const page = await visitInWindow(browser.context, demo.lms, person);
      await page.evaluate((to) => {
        location.hash = to;
      }, hash);
      return page;
    },
    async confirmedOn(id) {
      const { ticks } = await call('priya', 'GET', `/api/evidence/${id}`);
      return ticks.assessor.map(({ criterionId }) => criterionId).sort();
    },
    async close() {
      await browser.close();
      await demo.close();
    },
  };
}
