import type { ExtensionBrowser, PageScript, Sender, Values } from '../../extension/browser.ts';

/** The browser as the extension sees it, in memory. */
export function fakeBrowser() {
  const areas: Record<'own' | 'session' | 'managed', Values> = { own: {}, session: {}, managed: {} };
  const allowed = new Set<string>();
  const tabs: string[] = [];
  const windows: string[] = [];
  const alarms: string[] = [];
  let scripts: PageScript[] = [];
  let badge = { text: '', title: '' };
  const listeners = {
    message: [] as Array<(message: unknown, sender: Sender) => Promise<unknown> | undefined>,
    wake: [] as Array<(name: string) => void>,
    reach: [] as Array<() => void>,
    installed: [] as Array<(isNew: boolean) => void>,
  };
  const browser: ExtensionBrowser = {
    id: 'ours',
    version: '1.2.3',
    urlOf: (path) => `chrome-extension://ours/${path}`,
    // As a browser does: what is stored is a copy.
    read: async (area) => structuredClone(areas[area]),
    write: async (area, values) => {
      areas[area] = structuredClone(values);
    },
    send: async () => undefined,
    onMessage: (listener) => void listeners.message.push(listener),
    wakeEvery: async (name) => {
      if (!alarms.includes(name)) alarms.push(name);
    },
    onWake: (listener) => void listeners.wake.push(listener),
    onInstalled: (listener) => void listeners.installed.push(listener),
    onStarted: () => {},
    showBadge: async (next) => {
      badge = next;
    },
    mayReach: async (pattern) => allowed.has(pattern),
    askToReach: async (pattern) => allowed.has(pattern),
    giveUp: async (pattern) => {
      allowed.delete(pattern);
      for (const listener of listeners.reach) listener();
    },
    onReachChanged: (listener) => void listeners.reach.push(listener),
    pageScripts: async () => scripts,
    addPageScripts: async (added) => {
      for (const { id } of added)
        if (scripts.some((one) => one.id === id)) throw new Error(`Duplicate script ID ${id}`);
      scripts = [...scripts, ...added];
    },
    removePageScripts: async (ids) => {
      scripts = scripts.filter(({ id }) => !ids.includes(id));
    },
    openTab: async (url) => void tabs.push(url),
    openWindow: async (url) => void windows.push(url),
  };
  return {
    ...{ browser, areas, allowed, tabs, windows, alarms, listeners },
    scripts: () => scripts,
    badge: () => badge,
  };
}
