import { visit } from '../../../scripts/browser/visit.ts';
import type { OpenExtension } from '../../builders/browser/open-extension.ts';
import type { RunningDemo } from '../../builders/tool/running-demo.ts';

/** A learner's submitted evidence with these criteria of unit 201 ticked. */
export async function submitted(demo: RunningDemo, person: string, ...refs: string[]): Promise<string> {
  const token = await demo.launch(person);
  const me = (await demo.api(token, 'GET', '/api/me')).body as { enrolmentId: string };
  const wording = { method: 'observation', narrative: 'I listened.', links: [] };
  const item = { title: 'Complaint call and follow-up email', ...wording };
  const made = await demo.api(token, 'POST', `/api/enrolments/${me.enrolmentId}/evidence`, item);
  const { id } = made.body as { id: string };
  await demo.api(token, 'POST', `/api/evidence/${id}/ticks`, { tick: refs.map((ref) => `201/${ref}`), untick: [] });
  await demo.api(token, 'POST', `/api/evidence/${id}/submit`, {});
  return id;
}

/** Goes the person's way: connect in the extension, agree in the panel, allow the LMS. */
export async function pairAs(demo: RunningDemo, extension: OpenExtension, person: string): Promise<void> {
  await extension.willAllow(demo.toolUrl);
  await extension.willAllow(demo.lms.url);
  const setup = await extension.open('options.html');
  await setup.getByLabel('Address of Countersign').fill(demo.toolUrl);
  await setup.getByRole('button', { name: 'Connect', exact: true }).click();
  await setup.getByText('One step is left.').waitFor();
  const { page, panel } = await visit(extension.context, demo.lms, person);
  await panel.getByRole('link', { name: 'Extension' }).click();
  await panel.getByRole('button', { name: 'Connect the browser extension' }).click();
  await panel.getByRole('dialog').getByRole('button', { name: 'Connect' }).click();
  await panel.getByText('Connected. The number on its button').waitFor();
  await page.close();
  await setup.getByRole('button', { name: /^Show what waits/ }).click();
  await setup.getByText('From the next page on it shows').waitFor();
  await setup.close();
}
