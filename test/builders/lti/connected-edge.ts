import { type FakePlatform, startFakePlatform } from './fake-platform.ts';
import { type LaunchingBrowser, launchingBrowser } from './launching-browser.ts';
import { type StartedEdge, startEdge } from './started-edge.ts';

/** A platform, an edge that knows it, and the browser between them. */
export type ConnectedEdge = {
  readonly started: StartedEdge;
  readonly platform: FakePlatform;
  readonly browser: LaunchingBrowser;
};

/** Starts them before the tests of this `describe` and closes them after; look at its fields inside tests only. */
export function connectedEdge(changes?: Parameters<typeof startEdge>[0]): ConnectedEdge {
  let open: ConnectedEdge | null = null;
  const now = (): ConnectedEdge => {
    if (open === null) throw new Error('Nothing is started before the first test.');
    return open;
  };
  before(async () => {
    const platform = await startFakePlatform();
    const started = await startEdge(changes);
    open = { started, platform, browser: launchingBrowser(started, platform) };
    await started.edge.registrations.add(platform.registration);
  });
  after(async () => {
    await open?.started.close();
    await open?.platform.close();
  });
  return {
    get started() {
      return now().started;
    },
    get platform() {
      return now().platform;
    },
    get browser() {
      return now().browser;
    },
  };
}
