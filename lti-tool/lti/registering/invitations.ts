import type { Invitation, Invitations, RecordDocument, Records } from '../../use-cases/lti-ports.ts';
import { digest } from '../browser-proof.ts';
import { edgePath } from '../settings.ts';

/** How often a registration may be begun with one invitation, where it came to nothing at the platform. */
const mostAttempts = 5;
const ticket = /^[A-Za-z0-9_-]{43}$/;
const collection = 'invitation';

/** Name of the parameter of the registration address: in the query, which is not logged. */
export const invitationParameter = 'invitation';

/** An invitation in the hands of the one registration that may use it now. */
export type HeldInvitation = Invitation & {
  /** Gives it back after a fault of the platform, for another attempt; it does not last longer for that. */
  giveBack(): Promise<void>;
};
export type InvitationBook = Invitations & {
  /** Whether it could be taken now. Looks without using up. */
  isGood(token: string): Promise<boolean>;
  /** Of many callers at once exactly one gets it. */
  take(token: string): Promise<HeldInvitation | null>;
};

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** One-time invitations: 256 random bits, of which only the hash is stored. */
export function createInvitations(deps: {
  readonly records: Records;
  readonly clock: { now(): number };
  readonly randomText: () => string;
  readonly origin: string;
}): InvitationBook {
  const { records, clock, randomText, origin } = deps;
  const hashOf = (token: string) => digest(`invitation:${token}`);
  const isLive = (row: RecordDocument): row is RecordDocument & { expiresAt: Date } =>
    row.expiresAt instanceof Date && row.expiresAt.getTime() > clock.now();

  return {
    async make({ name, issuerHost, activate, expiresAt }) {
      const token = randomText();
      const row = { tokenHash: hashOf(token), name, issuerHost, activate, attempts: 0, expiresAt: new Date(expiresAt) };
      await records.insert(collection, row);
      return `${origin}${edgePath.register}?${invitationParameter}=${token}`;
    },
    async isGood(token) {
      if (!ticket.test(token)) return false;
      const [row] = await records.find(collection, { tokenHash: hashOf(token) });
      return row !== undefined && isLive(row);
    },
    async take(token) {
      if (!ticket.test(token)) return null;
      const row = await records.take(collection, { tokenHash: hashOf(token) });
      if (row === null || !isLive(row)) return null;
      const attempts = Number(row.attempts) + 1;
      return {
        name: textOf(row.name),
        issuerHost: textOf(row.issuerHost),
        activate: row.activate === true,
        expiresAt: row.expiresAt.toISOString(),
        giveBack: async () => {
          if (attempts < mostAttempts) await records.insert(collection, { ...row, attempts });
        },
      };
    },
  };
}
