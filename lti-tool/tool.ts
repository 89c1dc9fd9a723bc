import { createHash, randomBytes, randomUUID } from 'node:crypto';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Response } from 'express';
import type { Config } from './config.ts';
import { createApp } from './http/app.ts';
import type { Log } from './http/log.ts';
import { listen, portOf, stop } from './http/server.ts';
import { welcome } from './http/welcome.ts';
import { createLtiEdge, type LtiEdge } from './lti/lti-edge.ts';
import { readPanelAssets } from './panel-assets.ts';
import { openPublisher } from './publisher/open-publisher.ts';
import { createRosterRefresher } from './roster/roster-refresher.ts';
import { type EmbeddedDatabase, openEmbeddedDatabase, runningEmbeddedUrl } from './store/embedded/embedded-database.ts';
import { createFileStore } from './store/file-store.ts';
import { openStore, type Store } from './store/store.ts';
import type { FileStore } from './use-cases/file-ports.ts';
import type { ContentRequest, Launch } from './use-cases/launch.ts';
import type { Clock, Crypto } from './use-cases/ports.ts';
import { authenticate } from './use-cases/principal.ts';
import { sweepUploads } from './use-cases/uploads/upload-file.ts';

const hour = 3_600_000;
const megabyte = 1024 * 1024;
const fileLimit = 100 * megabyte;
/** Built files, beside the built server or, when run from source, in dist. */
const panelDirectory = path.resolve(__dirname, path.basename(__dirname) === 'lti-tool' ? '../dist/panel' : '../panel');

export const systemClock: Clock = { now: () => Date.now() };
export const systemCrypto: Crypto = {
  newId: randomUUID,
  newToken: () => randomBytes(32).toString('base64url'),
  sha256: (text) => createHash('sha256').update(text).digest('hex'),
};

export type Database = { readonly url: string; close(): Promise<void> };

/**
 * The database of a configuration. Without DATABASE_URL it is the embedded one.
 * @param join true for a command beside a running tool: joins the tool's database through its socket
 */
export async function openDatabase(config: Config, join: boolean): Promise<Database> {
  if (config.databaseUrl) return { url: config.databaseUrl, close: async () => {} };
  const directory = path.join(config.dataDir, 'database');
  const running = join ? await runningEmbeddedUrl(directory) : null;
  if (running) return { url: running, close: async () => {} };
  const embedded: EmbeddedDatabase = await openEmbeddedDatabase({ dataDir: directory });
  return embedded;
}

/** Where uploaded files are. */
export const openFiles = (config: Config): FileStore => createFileStore(path.join(config.dataDir, 'files'), fileLimit);

type Welcome = (message: Launch | ContentRequest, response: Response) => Promise<void>;

/** The LTI edge over a store; `welcome` answers a verified launch. */
export const openEdge = (config: Config, store: Store, log: Log, clock: Clock, welcome: Welcome): Promise<LtiEdge> =>
  createLtiEdge({
    publicUrl: config.publicUrl,
    secret: config.secret,
    previousSecret: config.previousSecret,
    records: store.records,
    clock,
    log,
    allowLocalPlatforms: config.allowLocalPlatforms,
    onLaunch: (launch, _request, response) => welcome(launch, response),
  });

export type Tool = {
  readonly url: string;
  readonly store: Store;
  readonly edge: LtiEdge;
  close(): Promise<void>;
};

/** Starts the whole tool: database, store, LTI edge, HTTP and publisher. */
export async function startTool(config: Config, log: Log, clock: Clock = systemClock): Promise<Tool> {
  const assets = readPanelAssets(panelDirectory);
  const database = await openDatabase(config, false);
  const closers: Array<() => Promise<unknown>> = [database.close];
  const close = async () => {
    for (const one of closers.reverse()) await one();
  };
  try {
    const store = await openStore(database.url, clock);
    closers.push(store.close);
    const deps = { stores: store.stores, clock, crypto: systemCrypto };
    const edge: LtiEdge = await openEdge(config, store, log, clock, (message, response) =>
      welcome({ ...deps, content: edge.content }, assets, message, response),
    );
    closers.push(async () => edge.close());
    const files = openFiles(config);
    const app = createApp({
      api: { ...deps, files, pause },
      content: edge.content,
      authenticate: (token) => authenticate(deps, token),
      log,
      ltiRouter: edge.router,
      panelDirectory,
      ping: store.ping,
      rateLimit: config.rateLimit,
      proxies: config.proxies,
    });
    const server = await listen(app, config.port, config.host);
    closers.push(() => stop(server));
    const sweeper = setInterval(() => {
      const now = new Date(clock.now());
      const sweeps = [store.sweep(now), store.stores.acts.sweep(now.toISOString()), sweepUploads({ ...deps, files })];
      Promise.all(sweeps).catch((error: unknown) => log.warn({ error }, 'sweeping paused'));
    }, hour).unref();
    closers.push(async () => clearInterval(sweeper));
    const rosters = createRosterRefresher({ ...deps, roster: edge.roster, log });
    rosters.start();
    closers.push(() => rosters.stop());
    if (config.publishes) {
      const publisher = openPublisher(store.stores, edge, clock, log);
      publisher.start();
      closers.push(() => publisher.stop());
    }
    return { url: config.publicUrl || `http://localhost:${portOf(server)}`, store, edge, close };
  } catch (error) {
    await close();
    throw error;
  }
}
