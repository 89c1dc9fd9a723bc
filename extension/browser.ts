import polyfill from 'webextension-polyfill';
import { readVault, writeVault } from './vault.ts';

/** Who sent a message, as the browser itself says. */
export type Sender = {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  readonly frameId?: number | undefined;
  readonly tab?: { readonly id?: number | undefined } | undefined;
};
/** A content script to be put into pages of a match pattern by the browser. */
export type PageScript = {
  readonly id: string;
  readonly matches: readonly string[];
  readonly file: string;
  /** Also into frames; without it the page itself only. */
  readonly inFrames: boolean;
};
export type Values = Readonly<Record<string, unknown>>;

/** All that the extension asks of its browser: the one seam that tests replace. */
export type ExtensionBrowser = {
  readonly id: string;
  readonly version: string;
  urlOf(path: string): string;
  /** `own` lasts and no content script can read it, `session` ends with the browser, `managed` is set by policy. */
  read(area: 'own' | 'session' | 'managed'): Promise<Values>;
  write(area: 'own' | 'session', values: Values): Promise<void>;
  send(message: unknown): Promise<unknown>;
  /** A listener that returns undefined leaves the message to others. */
  onMessage(listener: (message: unknown, sender: Sender) => Promise<unknown> | undefined): void;
  wakeEvery(name: string, minutes: number): Promise<void>;
  onWake(listener: (name: string) => void): void;
  onInstalled(listener: (isNew: boolean) => void): void;
  onStarted(listener: () => void): void;
  showBadge(badge: { readonly text: string; readonly title: string }): Promise<void>;
  mayReach(pattern: string): Promise<boolean>;
  /** Asks the person; only within a click of theirs. */
  askToReach(pattern: string): Promise<boolean>;
  giveUp(pattern: string): Promise<void>;
  onReachChanged(listener: () => void): void;
  pageScripts(): Promise<readonly PageScript[]>;
  addPageScripts(scripts: readonly PageScript[]): Promise<void>;
  removePageScripts(ids: readonly string[]): Promise<void>;
  openTab(url: string): Promise<void>;
  /** A small window of its own; a tab where the browser has no windows. */
  openWindow(url: string, size: { readonly width: number; readonly height: number }): Promise<void>;
};

const badgeColours = { ground: '#ffc65c', ink: '#2e1d00' };

export const browser: ExtensionBrowser = {
  id: polyfill.runtime.id,
  get version() {
    return polyfill.runtime.getManifest().version;
  },
  urlOf: (path) => polyfill.runtime.getURL(path),
  async read(area) {
    if (area === 'own') return readVault();
    // A browser without a policy for this extension refuses to read one.
    return polyfill.storage[area].get(null).catch(() => ({}));
  },
  write: (area, values) => (area === 'own' ? writeVault(values) : polyfill.storage.session.set({ ...values })),
  send: (message) => polyfill.runtime.sendMessage(message),
  onMessage: (listener) =>
    polyfill.runtime.onMessage.addListener((message: unknown, sender: Sender) => listener(message, sender)),
  wakeEvery: async (name, periodInMinutes) => {
    if (!(await polyfill.alarms.get(name))) await polyfill.alarms.create(name, { periodInMinutes });
  },
  onWake: (listener) => polyfill.alarms.onAlarm.addListener(({ name }) => listener(name)),
  onInstalled: (listener) => polyfill.runtime.onInstalled.addListener(({ reason }) => listener(reason === 'install')),
  onStarted: (listener) => polyfill.runtime.onStartup.addListener(listener),
  async showBadge({ text, title }) {
    await Promise.all([
      polyfill.action.setBadgeText({ text }),
      polyfill.action.setTitle({ title }),
      polyfill.action.setBadgeBackgroundColor({ color: badgeColours.ground }),
      polyfill.action.setBadgeTextColor({ color: badgeColours.ink }),
    ]);
  },
  mayReach: (pattern) => polyfill.permissions.contains({ origins: [pattern] }),
  askToReach: (pattern) => polyfill.permissions.request({ origins: [pattern] }),
  giveUp: async (pattern) => {
    await polyfill.permissions.remove({ origins: [pattern] });
  },
  onReachChanged: (listener) => {
    polyfill.permissions.onAdded.addListener(listener);
    polyfill.permissions.onRemoved.addListener(listener);
  },
  pageScripts: async () =>
    (await polyfill.scripting.getRegisteredContentScripts()).map(({ id, matches, js, allFrames }) => ({
      ...{ id, matches: matches ?? [], inFrames: allFrames ?? false },
      file: js?.[0] ?? '',
    })),
  addPageScripts: (scripts) =>
    polyfill.scripting.registerContentScripts(
      scripts.map(({ id, matches, file, inFrames }) => ({
        ...{ id, matches: [...matches], js: [file], allFrames: inFrames },
        runAt: 'document_idle',
      })),
    ),
  removePageScripts: (ids) => polyfill.scripting.unregisterContentScripts({ ids: [...ids] }),
  openTab: async (url) => {
    await polyfill.tabs.create({ url });
  },
  async openWindow(url, size) {
    if (polyfill.windows) await polyfill.windows.create({ url, type: 'popup', ...size });
    else await polyfill.tabs.create({ url });
  },
};
