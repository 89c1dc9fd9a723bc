import type { PersonId, TenantId } from '../../shared/domain/ids.ts';
import type { Instant } from '../../shared/domain/instant.ts';

/**
 * One act of a person, named by a key that their client made once and sends again with every retry. What it did is
 * remembered, so that a double click or a reply lost on the way never does a thing twice.
 */
export type Act = {
  /** Made of tenant, person and the client's key. */
  readonly id: string;
  readonly tenantId: TenantId;
  readonly personId: PersonId;
  /** Hash of operation, parameters and body: the same key with anything else is a mistake of the client. */
  readonly fingerprint: string;
  /** Null while the act is under way. */
  readonly reply: string | null;
  /** Whoever took the act up last. */
  readonly claim: string;
  /** An act still under way then was left by a process that died, and may be taken up by another. */
  readonly claimedUntil: Instant;
  readonly expiresAt: Instant;
};

export type ActStore = {
  /** False where an act of this id is there already. */
  insert(act: Act): Promise<boolean>;
  find(id: string): Promise<Act | null>;
  /** Takes over from a claim; false where somebody else was first. */
  takeOver(
    id: string,
    from: string,
    to: Pick<Act, 'claim' | 'claimedUntil' | 'fingerprint' | 'expiresAt'>,
  ): Promise<boolean>;
  /** Keeps the reply, while the claim is still held. */
  complete(id: string, claim: string, reply: string): Promise<void>;
  /** Forgets an act that came to nothing, while the claim is still held. */
  forget(id: string, claim: string): Promise<void>;
  sweep(before: Instant): Promise<void>;
};
