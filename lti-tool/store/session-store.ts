import type { mongo } from 'mongoose';
import type { Session, SessionStore } from '../use-cases/people-ports.ts';
import { driverOf } from './documents.ts';
import type { Memories } from './memories.ts';
import type { Models } from './models.ts';

type StoredSession = Omit<Session, 'tokenHash'> & { readonly _id: string };

/** Sessions that expired are not found; sweeping only keeps the collection small. */
export type SweptSessions = SessionStore & { sweep(before: Date): Promise<void> };

export function createSessionStore({ sessions }: Models, { sessions: memory }: Memories): SweptSessions {
  // Straight to the driver: every launch and many a call pass here, and there is nothing to cast.
  const collection = driverOf(sessions) as unknown as mongo.Collection<StoredSession>;
  async function read(tokenHash: string): Promise<Session | null> {
    const document = await collection.findOne({ _id: tokenHash });
    if (document === null) return null;
    const { _id, ...rest } = document;
    // A session from before it knew a locale is good until it ends.
    return { tokenHash: _id, ...rest, locale: rest.locale ?? null } as Session;
  }
  return {
    async insert({ tokenHash, ...session }) {
      await collection.insertOne({ _id: tokenHash, ...session });
    },
    async find(tokenHash, now) {
      const session = await memory.recall(tokenHash, () => read(tokenHash));
      return session !== null && session.expiresAt > now ? session : null;
    },
    async extend(tokenHash, expiresAt) {
      await sessions.updateOne({ _id: tokenHash }, { $set: { expiresAt } });
      memory.forget(tokenHash);
    },
    async remove(tokenHash) {
      await sessions.deleteOne({ _id: tokenHash });
      memory.forget(tokenHash);
    },
    async sweep(before) {
      await sessions.deleteMany({ expiresAt: { $lte: before.toISOString() } });
    },
  };
}
