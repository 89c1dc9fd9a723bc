import type { RecordDocument, Records } from '../use-cases/lti-ports.ts';
import { createShortMemory } from '../use-cases/short-memory.ts';
import { digest } from './browser-proof.ts';
import { LaunchRefused } from './refusals.ts';
import type { Seal } from './sealing.ts';

/** What a platform sent to begin a launch; enough to begin it again in another window. */
export type LoginParameters = {
  readonly issuer: string;
  readonly clientId: string | null;
  readonly loginHint: string;
  readonly messageHint: string | null;
  readonly targetLinkUri: string;
  readonly deploymentId: string | null;
  readonly storageTarget: string | null;
  /** Begun again in a window of its own, since the frame keeps nothing. */
  readonly ownWindow: boolean;
};

/** A launch under way: what the token that answers it must agree with. */
export type LaunchState = {
  readonly login: LoginParameters;
  readonly clientId: string;
  readonly nonce: string;
  readonly proofHash: string;
  /** The platform's sign-in address with our request. */
  readonly authorisationUrl: string;
  readonly startedAt: number;
};

export type Found<T> = { readonly kind: 'found'; readonly value: T } | { readonly kind: 'expired' | 'unknown' };

/** @throws LaunchRefused where the ticket was used, never existed or is too old. */
export const required = <T>(found: Found<T>): T => {
  if (found.kind === 'found') return found.value;
  throw new LaunchRefused(found.kind === 'expired' ? 'LAUNCH_STATE_EXPIRED' : 'LAUNCH_STATE_UNKNOWN');
};

/** One-time tickets: 256 random bits, ten minutes, taken once. Only their hash is stored, their content sealed. */
export type LaunchStates = {
  begin(make: (state: string) => LaunchState): Promise<string>;
  /** Looks without using up. */
  peek(state: string): Promise<Found<LaunchState>>;
  /** Of many callers at once exactly one gets it. */
  take(state: string): Promise<Found<LaunchState>>;
  keepForNewWindow(login: LoginParameters): Promise<string>;
  takeForNewWindow(ticket: string): Promise<Found<LoginParameters>>;
};

export const stateLifeMs = 600_000;
const ticket = /^[A-Za-z0-9_-]{43}$/;
/** Of more launches at once the oldest are read from the database. */
const mostBegun = 1_000;
const collection = 'launchState';

export function createLaunchStates(deps: {
  readonly records: Records;
  readonly seal: Seal;
  readonly clock: { now(): number };
  readonly randomText: () => string;
}): LaunchStates {
  const { records, seal, clock, randomText } = deps;
  /** What this process has begun itself it need not read again: only taking it is the database's to decide. */
  const begun = createShortMemory<LaunchState>({ clock, lifeMs: stateLifeMs, most: mostBegun });
  const hashOf = (kind: string, text: string) => digest(`${kind}:${text}`);

  async function keep(kind: string, text: string, content: object): Promise<void> {
    const stateHash = hashOf(kind, text);
    const expiresAt = new Date(clock.now() + stateLifeMs);
    await records.insert(collection, { stateHash, expiresAt, ...seal.close(content, stateHash) });
  }
  /** The caller says what kind of content it put under this hash. */
  function read<T>(row: RecordDocument | null | undefined): Found<T> {
    if (!row) return { kind: 'unknown' };
    const { stateHash, iv, data, expiresAt } = row;
    if (!(expiresAt instanceof Date) || expiresAt.getTime() <= clock.now()) return { kind: 'expired' };
    return { kind: 'found', value: seal.open({ iv: String(iv), data: String(data) }, String(stateHash)) as T };
  }

  return {
    async begin(make) {
      const state = randomText();
      const content = make(state);
      await keep('launch', state, content);
      await begun.recall(state, async () => content);
      return state;
    },
    async peek(state) {
      if (!ticket.test(state)) return { kind: 'unknown' };
      const [row] = await records.find(collection, { stateHash: hashOf('launch', state) });
      return read(row);
    },
    async take(state) {
      if (!ticket.test(state)) return { kind: 'unknown' };
      const filter = { stateHash: hashOf('launch', state) };
      const known = await begun.recall(state, async () => null);
      begun.forget(state);
      if (known === null) return read(await records.take(collection, filter));
      return (await records.remove(collection, filter)) === 1 ? { kind: 'found', value: known } : { kind: 'unknown' };
    },
    async keepForNewWindow(login) {
      const text = randomText();
      await keep('window', text, login);
      return text;
    },
    async takeForNewWindow(text) {
      if (!ticket.test(text)) return { kind: 'unknown' };
      return read(await records.take(collection, { stateHash: hashOf('window', text) }));
    },
  };
}
