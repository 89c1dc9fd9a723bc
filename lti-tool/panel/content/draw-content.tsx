import { render } from 'preact';
import type { ApiClientOptions } from '../../../shared/client/api-client.ts';
import { createContentClient } from '../../../shared/client/content-client.ts';
import { ContentApp } from './ContentApp.tsx';
import { postMessage } from './post-message.ts';

/** Draws the choice of activities; the answer is posted to the platform in place of the page. */
export function drawContentSelection(root: HTMLElement, options: ApiClientOptions, returnUrl: string): void {
  const client = createContentClient(options);
  render(<ContentApp client={client} submit={(jwt) => postMessage(document, returnUrl, jwt)} />, root);
}
