import { render } from 'preact';
import { createApiClient } from '../../shared/client/api-client.ts';
import { App } from './app/App.tsx';
import { type Boot, takeBoot } from './app/boot.ts';
import { forgetLaunch } from './app/forget-launch.ts';
import { fitFrame } from './app/frame.ts';
import { startAt } from './app/router.ts';
import { styled } from './app/sheets.ts';
import { Toolbox } from './app/toolbox.ts';

const boot = takeBoot(document);
/** Milliseconds before a call whose reply was lost is sent once more, under the same key. */
const retries = [700];
const options = {
  baseUrl: '',
  token: () => boot.token,
  fetch: (...args: Parameters<typeof fetch>) => fetch(...args),
  retries,
};
const root = document.getElementById('app');

function openPanel(root: HTMLElement): void {
  if (boot.start) startAt(boot.start);
  render(
    <Toolbox.Provider value={{ client: createApiClient(options), now: () => Date.now() }}>
      <App />
    </Toolbox.Provider>,
    root,
  );
}

/** Another page of the same look, in a file of its own. */
async function openContentSelection(
  root: HTMLElement,
  returnUrl: NonNullable<Boot['contentReturnUrl']>,
): Promise<void> {
  const { drawContentSelection } = await styled(import('./content/draw-content.tsx'), 'content');
  drawContentSelection(root, options, returnUrl);
}

if (root) {
  forgetLaunch(window);
  if (boot.contentReturnUrl === null) openPanel(root);
  else void openContentSelection(root, boot.contentReturnUrl);
  fitFrame(window, boot.platformOrigin);
}
