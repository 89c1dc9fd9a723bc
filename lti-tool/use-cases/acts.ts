import { canonical } from '../../shared/domain/history.ts';
import type { PersonId, TenantId } from '../../shared/domain/ids.ts';
import type { Instant } from '../../shared/domain/instant.ts';
import type { ActStore } from './act-store.ts';
import { Failure } from './failure.ts';
import { type Clock, type Crypto, instantOf } from './ports.ts';

type Deps = {
  readonly stores: { readonly acts: ActStore };
  readonly clock: Clock;
  readonly crypto: Crypto;
  /** Waits that many milliseconds. */
  readonly pause: (milliseconds: number) => Promise<void>;
};

export type NamedAct = {
  readonly tenantId: TenantId;
  readonly personId: PersonId;
  /** The client's key. */
  readonly key: string;
  readonly operation: string;
  readonly params: unknown;
  readonly body: unknown;
};

const second = 1_000;
/** How long a reply is remembered, in milliseconds. */
const remembered = 24 * 3_600 * second;
/** The longest that one request works on an act: past its own deadline nobody waits for it any more. */
const longestAct = 60 * second;
/** How long a double of an act under way waits for its reply, and how often it looks. */
const patience = 10 * second;
const lookEvery = 50;

/** The id under which an act is kept; also what its entry in a history carries. */
export const actIdOf = (crypto: Pick<Crypto, 'sha256'>, { tenantId, personId, key }: NamedAct): string =>
  crypto.sha256(canonical([tenantId, personId, key]));

/**
 * Runs an act once: a second call with the same key gets the reply of the first. One that failed is forgotten, since it
 * changed nothing.
 * @throws Failure keyReused where the key stood for something else, stillRunning where the first call is not done yet
 */
export async function once<R>(
  deps: Deps,
  named: NamedAct,
  run: () => Promise<R>,
): Promise<{ readonly reply: R; readonly again: boolean }> {
  const { acts } = deps.stores;
  const id = actIdOf(deps.crypto, named);
  const claim = deps.crypto.newId();
  const known = await claimed(deps, id, claim, named);
  if (known !== null) return { reply: JSON.parse(known) as R, again: true };
  try {
    const reply = await run();
    await acts.complete(id, claim, JSON.stringify(reply));
    return { reply, again: false };
  } catch (error) {
    await acts.forget(id, claim);
    throw error;
  }
}

/** Null once the act is ours to run; else the reply it had. */
async function claimed(deps: Deps, id: string, claim: string, named: NamedAct): Promise<string | null> {
  const { acts } = deps.stores;
  const { tenantId, personId, operation, params, body } = named;
  const fingerprint = deps.crypto.sha256(canonical([operation, params, body]));
  for (let waited = 0; ; waited += lookEvery) {
    const mine = { fingerprint, claim, claimedUntil: later(deps, longestAct), expiresAt: later(deps, remembered) };
    if (waited === 0 && (await acts.insert({ id, tenantId, personId, reply: null, ...mine }))) return null;
    const known = await acts.find(id);
    const now = instantOf(deps.clock);
    if (known === null) {
      if (await acts.insert({ id, tenantId, personId, reply: null, ...mine })) return null;
    } else if (known.expiresAt <= now || (known.reply === null && known.claimedUntil <= now)) {
      if (known.expiresAt > now && known.fingerprint !== fingerprint) throw new Failure('keyReused');
      if (await acts.takeOver(id, known.claim, mine)) return null;
    } else {
      if (known.fingerprint !== fingerprint) throw new Failure('keyReused');
      if (known.reply !== null) return known.reply;
    }
    if (waited >= patience) throw new Failure('stillRunning');
    await deps.pause(lookEvery);
  }
}

const later = ({ clock }: Deps, milliseconds: number): Instant => new Date(clock.now() + milliseconds).toISOString();
