import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { visit } from '../../../scripts/browser/visit.ts';
import type { OpenExtension } from '../../builders/browser/open-extension.ts';
import { eventually } from '../../builders/tool/eventually.ts';
import type { RunningDemo } from '../../builders/tool/running-demo.ts';

/** Goes the person's way in the extension: which tool, and the browser's leave to reach it. */
export async function beginToConnect(demo: RunningDemo, extension: OpenExtension): Promise<Page> {
  await extension.willAllow(demo.toolUrl);
  const setup = await extension.open('options.html');
  await setup.getByLabel('Address of Countersign').fill(demo.toolUrl);
  await setup.getByRole('button', { name: 'Connect', exact: true }).click();
  await setup.getByText('One step is left.').waitFor();
  return setup;
}

/** Connects the extension, and agrees to it in the panel. */
export async function connectAs(demo: RunningDemo, extension: OpenExtension, person: string): Promise<void> {
  const setup = await beginToConnect(demo, extension);
  const { page, panel } = await visit(extension.context, demo.lms, person);
  await panel.getByRole('link', { name: 'Extension' }).click();
  await panel.getByRole('button', { name: 'Connect the browser extension' }).click();
  await panel.getByRole('dialog').getByRole('button', { name: 'Connect' }).click();
  await panel.getByText('Connected. The number on its button').waitFor();
  await page.close();
  await setup.close();
}

/** Lets the extension show what waits on the LMS. Returns the settings, as they then are. */
export async function showOnLms(demo: RunningDemo, extension: OpenExtension): Promise<Page> {
  await extension.willAllow(demo.lms.url);
  const setup = await extension.open('options.html');
  await setup.getByRole('button', { name: /^Show what waits/ }).click();
  await setup.getByText('From the next page on it shows').waitFor();
  return setup;
}

/** Connects, and shows what waits on the LMS. */
export async function pairAs(demo: RunningDemo, extension: OpenExtension, person: string): Promise<void> {
  await connectAs(demo, extension, person);
  await (await showOnLms(demo, extension)).close();
}

/** The badge shows this text, at the latest after some seconds. */
export const badgeOf = (extension: OpenExtension, text: string): Promise<void> =>
  eventually(async () => void expect((await extension.badge()).text).to.equal(text), 8_000);
