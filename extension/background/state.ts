import { z } from 'zod';
import { extensionOperations } from '../../shared/api/extension-operations.ts';
import { idSchema } from '../../shared/api/ids.ts';
import type { EvidenceId, ExtensionTokenId } from '../../shared/domain/ids.ts';
import type { ExtensionBrowser } from '../browser.ts';

const instant = z.number();
const pairingSchema = z.object({
  id: idSchema<ExtensionTokenId>(),
  toolUrl: z.string(),
  token: z.string(),
  person: z.string(),
  expiresAt: z.string(),
  /** The tool said that the token is no good any more. */
  lost: z.boolean(),
  counts: extensionOperations.counts.reply.nullable(),
  countsTag: z.string().nullable(),
  waiting: extensionOperations.waiting.reply.nullable(),
  waitingTag: z.string().nullable(),
  waitingAt: instant.nullable(),
  /** When the counts were last known to be right. */
  checkedAt: instant.nullable(),
  failures: z.number(),
  nextPollAt: instant,
});
export type Pairing = z.output<typeof pairingSchema>;

const kept = z.object({
  pairings: z.array(pairingSchema).default([]),
  /** Origins of LMS sites on which the person wants no overlay. */
  hidden: z.array(z.string()).default([]),
  /** Origins of LMS sites on which the person asked for it. */
  wanted: z.array(z.string()).default([]),
  /** Where the overlay stands, by origin. */
  overlays: z
    .record(z.string(), z.object({ corner: z.enum(['es', 'ee', 'ss', 'se']), x: z.number(), y: z.number() }))
    .default({}),
});
export type Kept = z.output<typeof kept>;

const passing = z.object({
  /** A pairing that was begun here and waits for the panel. */
  expected: z
    .object({ toolUrl: z.string(), verifier: z.string(), challenge: z.string(), until: instant })
    .nullable()
    .default(null),
  /** What a prompt has shown, by its nonce. */
  prompts: z
    .record(
      z.string(),
      z.object({
        pairingId: idSchema<ExtensionTokenId>(),
        evidenceId: idSchema<EvidenceId>(),
        of: z.enum(['learner', 'trainee']),
        shown: z.array(z.string()),
        until: instant,
      }),
    )
    .default({}),
  /** The item that the next panel of that tool is to open. */
  destination: z
    .object({ toolUrl: z.string(), evidenceId: idSchema<EvidenceId>(), until: instant })
    .nullable()
    .default(null),
});
export type Passing = z.output<typeof passing>;

/**
 * What the background knows. Nothing lives in its memory, for it may be stopped at any time: all is in the browser's
 * storage, `kept` for good and `passing` until the browser ends. Content scripts can read neither.
 */
export type State = {
  kept(): Promise<Kept>;
  passing(): Promise<Passing>;
  /** One change after the other, so that none is lost between reading and writing. */
  keep(change: (now: Kept) => Kept): Promise<Kept>;
  pass(change: (now: Passing) => Passing): Promise<Passing>;
};

export function openState(browser: Pick<ExtensionBrowser, 'read' | 'write'>): State {
  const areas = {
    own: async () => kept.safeParse((await browser.read('own')).state).data ?? kept.parse({}),
    session: async () => passing.safeParse((await browser.read('session')).state).data ?? passing.parse({}),
  };
  let last: Promise<unknown> = Promise.resolve();
  const queued = <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work, work);
    last = next.catch(() => {});
    return next;
  };
  return {
    kept: areas.own,
    passing: areas.session,
    keep: (change) =>
      queued(async () => {
        const state = change(await areas.own());
        await browser.write('own', { state });
        return state;
      }),
    pass: (change) =>
      queued(async () => {
        const state = change(await areas.session());
        await browser.write('session', { state });
        return state;
      }),
  };
}

/** The state with one pairing changed; unchanged where there is no such pairing any more. */
export const withPairing = (state: Kept, id: ExtensionTokenId, change: (pairing: Pairing) => Pairing): Kept => ({
  ...state,
  pairings: state.pairings.map((pairing) => (pairing.id === id ? change(pairing) : pairing)),
});
