import { type ExtensionTokenId, parseId } from '../../../shared/domain/ids.ts';
import { Failure } from '../failure.ts';
import { namesOf } from '../names.ts';
import { type Clock, type Crypto, instantOf, type Stores } from '../ports.ts';
import type { Principal } from '../principal.ts';

/** What SHA-256 makes of a text, base64url: how a verifier becomes its challenge (RFC 7636, S256). */
export type Challenge = (verifier: string) => string;
type Deps = { readonly stores: Stores; readonly clock: Clock; readonly crypto: Crypto };

const minute = 60_000;
const day = 24 * 60 * minute;
/** A one-time code lives this long: it passes from page to extension within a second. */
const offerLifetime = 2 * minute;
export const tokenLifetime = 90 * day;
/** Browsers that one person may have connected. */
const mostTokens = 20;

const after = (clock: Clock, milliseconds: number): string => new Date(clock.now() + milliseconds).toISOString();

/**
 * Begins a pairing from a panel session. The code is good once, for two minutes, and only together with the verifier
 * that the extension made and keeps, so whatever else sees the code has nothing.
 * @see https://www.rfc-editor.org/rfc/rfc7636
 */
export async function offerPairing(
  { stores, clock, crypto }: Deps,
  { tenantId, personId }: Principal,
  wish: { readonly challenge: string; readonly label: string },
): Promise<{ code: string }> {
  const now = instantOf(clock);
  const tokens = await stores.extension.tokensOf(tenantId, personId, now);
  for (const { id } of tokens.slice(mostTokens - 1)) await stores.extension.removeToken(tenantId, personId, id);
  const code = crypto.newToken();
  await stores.extension.insertOffer({
    id: parseId<ExtensionTokenId>(crypto.newId()),
    tenantId,
    personId,
    ...wish,
    codeHash: crypto.sha256(code),
    createdAt: now,
    expiresAt: after(clock, offerLifetime),
  });
  return { code };
}

/** Ends a pairing: the extension trades code and verifier for its token. @throws Failure pairingRefused */
export async function completePairing(
  { stores, clock, crypto }: Deps,
  challengeOf: Challenge,
  { code, verifier }: { readonly code: string; readonly verifier: string },
) {
  const value = crypto.newToken();
  const token = await stores.extension.completeOffer(
    { codeHash: crypto.sha256(code), challenge: challengeOf(verifier) },
    { tokenHash: crypto.sha256(value), now: instantOf(clock), expiresAt: after(clock, tokenLifetime) },
  );
  if (token === null) throw new Failure('pairingRefused');
  const nameOf = await namesOf(stores, token.tenantId, [token.personId]);
  return { token: value, tokenId: token.id, expiresAt: token.expiresAt, person: nameOf(token.personId).name };
}

/** The browsers in which the asker connected the extension. */
export async function listTokens({ stores, clock }: Deps, { tenantId, personId }: Principal) {
  const tokens = await stores.extension.tokensOf(tenantId, personId, instantOf(clock));
  return {
    tokens: tokens.map(({ id, label, createdAt, expiresAt, lastUsedAt }) => ({
      ...{ id, label, createdAt, expiresAt, lastUsedAt },
    })),
  };
}

/** Ends a pairing for good; its next call is refused. One's own only. @throws Failure notFound */
export async function revokeToken(
  { stores }: Pick<Deps, 'stores'>,
  { tenantId, personId }: Pick<Principal, 'tenantId' | 'personId'>,
  id: ExtensionTokenId,
): Promise<void> {
  if (!(await stores.extension.removeToken(tenantId, personId, id))) throw new Failure('notFound');
}
