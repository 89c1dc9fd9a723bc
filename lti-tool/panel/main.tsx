import { render } from 'preact';
import { createApiClient } from '../../shared/client/api-client.ts';
import { App } from './app/App.tsx';
import { takeBoot } from './app/boot.ts';
import { fitFrame } from './app/frame.ts';
import { Toolbox } from './app/toolbox.ts';

const boot = takeBoot(document);
const client = createApiClient({ baseUrl: '', token: () => boot.token, fetch: (...args) => fetch(...args) });
const root = document.getElementById('app');
if (root) {
  render(
    <Toolbox.Provider value={{ client, now: () => Date.now() }}>
      <App />
    </Toolbox.Provider>,
    root,
  );
  fitFrame(window, boot.platformOrigin);
}
