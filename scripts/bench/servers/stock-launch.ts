import { createRequire } from 'node:module';
import path from 'node:path';
import { openEmbeddedDatabase } from '../../../lti-tool/store/embedded/embedded-database.ts';
import type { LaunchSettings, Serving } from '../serving.ts';

type StockProvider = {
  setup(key: string, database: { readonly url: string }, options: object): unknown;
  onConnect(callback: (token: unknown, request: unknown, response: { send(page: string): unknown }) => unknown): void;
  deploy(options: { readonly port: number; readonly silent: boolean }): Promise<unknown>;
  close(options: { readonly silent: boolean }): Promise<unknown>;
  registerPlatform(platform: object): Promise<unknown>;
};

/** A fresh copy of the package: the tool's wrapper, loaded with the benchmark, has changed functions of the other one. */
function loadStock(): { readonly Provider: StockProvider } {
  const load = createRequire(__filename);
  for (const file of Object.keys(load.cache)) if (/node_modules.ltijs.(index|dist)/.test(file)) delete load.cache[file];
  return load('ltijs');
}

/** ltijs out of its box: its own server, sessions and mongoose, over the embedded database. */
export async function serveStockLaunch({ port, dataDir, platform }: LaunchSettings): Promise<Serving> {
  const database = await openEmbeddedDatabase({ dataDir: path.join(dataDir, 'stock') });
  const { Provider } = loadStock();
  Provider.setup(
    'a key that only this benchmark uses',
    { url: database.url },
    {
      appRoute: '/lti/launch',
      loginRoute: '/lti/login',
      keysetRoute: '/lti/keys',
      cookies: { secure: false, sameSite: '' },
    },
  );
  Provider.onConnect((_token, _request, response) => response.send('<!doctype html><title>Tool</title>'));
  await Provider.deploy({ port, silent: true });
  await Provider.registerPlatform({
    url: platform.issuer,
    name: 'LMS',
    clientId: platform.clientId,
    authenticationEndpoint: platform.authUrl,
    accesstokenEndpoint: platform.tokenUrl,
    authConfig: { method: 'JWK_SET', key: platform.jwksUrl },
  });
  return {
    close: async () => {
      await Provider.close({ silent: true });
      await database.close();
    },
  };
}
