import { createHash } from 'node:crypto';
import type { Background } from '../../extension/background/background.ts';
import { answerMessage } from '../../extension/background/requests.ts';
import { openState } from '../../extension/background/state.ts';
import type { ToolAnswer, ToolApi, ToolCall } from '../../extension/background/tool-api.ts';
import type { Sender } from '../../extension/browser.ts';
import type { Answer } from '../../extension/messages.ts';
import { fakeBrowser } from './fake-browser.ts';

export const tool = 'https://tool.example';
export const lms = 'https://lms.example';
export const own: Sender = { id: 'ours', url: 'chrome-extension://ours/popup.html' };
export const from = (url: string, frameId = 0): Sender => ({ id: 'ours', url, frameId, tab: { id: 7 } });

export const counts = (toConfirm: number) => ({
  ...{ toConfirm, toAssess: 0, returned: 0 },
  places: toConfirm > 0 ? [{ title: 'Group A', role: 'assessor', count: toConfirm }] : [],
});
export const waiting = {
  person: 'Priya Nair',
  expiresAt: '2027-02-01T00:00:00.000Z',
  places: [
    {
      ...{ contextId: 'context-1', title: 'Group A', role: 'assessor', product: 'moodle', lmsUrl: `${lms}/moodle` },
      ...{ coursePageId: '2', activityUrl: `${lms}/moodle/mod/lti/view.php?l=1` },
    },
  ],
  rows: [
    {
      ...{ evidenceId: 'evidence-1', contextId: 'context-1', title: 'Complaint call', learner: 'Amelia Hart' },
      ...{ learnerPageId: '5', submittedAt: '2026-11-20T09:00:00.000Z', waiting: 2, learnerTicks: 2, traineeTicks: 0 },
    },
  ],
  more: 0,
  returned: [],
};
export const prompt = {
  ...{ evidenceId: 'evidence-1', contextId: 'context-1', title: 'Complaint call', context: 'Group A' },
  ...{ learner: { name: 'Amelia Hart', givenName: 'Amelia' }, role: 'assessor', own: 0 },
  units: [{ ref: '201', title: 'Deliver customer service' }],
  offers: [
    {
      of: 'learner',
      criteria: ['1.1', '1.2'].map((ref) => ({
        ...{ id: `201/${ref}`, ref, unitRef: '201', text: 'Explain', byName: 'Amelia Hart' },
        at: '2026-11-20T09:00:00.000Z',
      })),
    },
  ],
};
export const accepted = {
  ...{ accepted: 2, noLongerTicked: [], notShown: [], alreadyDecided: [], left: 0 },
  undo: { sequence: 3, count: 2 },
};

type Sent = ToolCall & { readonly name: string };

/** The background with a tool that answers as told, and a clock that stands still. */
export function openWorld() {
  const fake = fakeBrowser();
  const sent: Sent[] = [];
  const answers = new Map<string, ToolAnswer<unknown>>();
  let time = Date.parse('2026-11-23T09:00:00.000Z');
  let secrets = 0;
  const ok = (value: unknown, tag: string | null = null): ToolAnswer<unknown> => ({ kind: 'ok', value, tag });
  const usual: Readonly<Record<string, unknown>> = {
    pair: { token: 't'.repeat(43), tokenId: 'token-1', expiresAt: '2027-02-01T00:00:00.000Z', person: 'Priya Nair' },
    ...{ counts: counts(2), waiting, prompt, accept: accepted, undo: {}, unpair: {} },
  };
  const api = (async (name: string, call: ToolCall) => {
    sent.push({ name, ...call });
    return answers.get(name) ?? ok(usual[name]);
  }) as unknown as ToolApi;
  const background = (): Background => ({
    browser: fake.browser,
    state: openState(fake.browser),
    api,
    now: () => time,
    random: () => 0.5,
    secret: () => {
      secrets += 1;
      return String(secrets).padStart(43, 's');
    },
    challengeOf: async (secret) => createHash('sha256').update(secret).digest('base64url'),
    label: 'Firefox on Linux',
    builtIn: [],
  });
  return {
    ...fake,
    sent,
    answers,
    ok,
    /** A background that has just been started: it knows only what the browser's storage holds. */
    background,
    advance: (milliseconds: number) => {
      time += milliseconds;
    },
    /** Sends a message to a background that has just been started for it. */
    ask: async (message: unknown, sender: Sender = own): Promise<Answer<unknown> | undefined> =>
      answerMessage(background(), message, sender),
    /** Goes through a pairing with the tool. */
    async pair(): Promise<void> {
      fake.allowed.add(`${tool}/*`).add(`${lms}/*`);
      await this.ask({ type: 'beginPairing', toolUrl: tool });
      await this.ask({ type: 'pairingCode', code: 'c'.repeat(43) }, from(`${tool}/lti/launch`, 3));
      sent.length = 0;
    },
  };
}
export type World = ReturnType<typeof openWorld>;
