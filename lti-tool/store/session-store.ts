import type { Session, SessionStore } from '../use-cases/ports.ts';
import type { Models } from './models.ts';

export function createSessionStore({ sessions }: Models): SessionStore {
  return {
    async insert({ tokenHash, ...session }) {
      await sessions.create({ _id: tokenHash, ...session });
      await sessions.deleteMany({ expiresAt: { $lte: session.createdAt } });
    },
    async find(tokenHash, now) {
      const document = await sessions.findOne({ _id: tokenHash, expiresAt: { $gt: now } }).lean();
      if (document === null) return null;
      const { _id, ...rest } = document;
      // A session from before it knew a locale is good until it ends.
      return { tokenHash: _id, ...rest, locale: rest.locale ?? null } as Session;
    },
    async extend(tokenHash, expiresAt) {
      await sessions.updateOne({ _id: tokenHash }, { $set: { expiresAt } });
    },
    async remove(tokenHash) {
      await sessions.deleteOne({ _id: tokenHash });
    },
  };
}
