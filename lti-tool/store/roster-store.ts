import { type EnrolmentId, parseId } from '../../shared/domain/ids.ts';
import type { ListedPerson, Roster, RosterStore } from '../use-cases/roster/roster-ports.ts';
import { ensure, toEntities } from './documents.ts';
import { type Memories, memberKey } from './memories.ts';
import type { Models } from './models.ts';

type Deps = Pick<Models, 'rosters' | 'people' | 'memberships' | 'enrolments'>;

const withoutId = (document: (Roster & { readonly _id: string }) | null): Roster | null => {
  if (document === null) return null;
  const { _id, ...roster } = document;
  return roster;
};

export function createRosterStore({ rosters, people, memberships, enrolments }: Deps, memories: Memories): RosterStore {
  return {
    async ask({ tenantId, contextId, ...where }, at) {
      const key = { tenantId, contextId };
      // On disk with the session that the launch ends with.
      const unjournaled = { writeConcern: { j: false } };
      const known = await rosters.updateOne(key, { $set: where, $min: { dueAt: at } }, unjournaled);
      if (known.matchedCount === 1) return;
      const fresh = { _id: contextId, dueAt: at, claimedUntil: null, readAt: null, fault: null };
      await ensure(rosters, key, { set: where, fresh });
    },
    async askAgain({ tenantId, contextId }, at) {
      await rosters.updateOne({ tenantId, contextId }, { $min: { dueAt: at } });
    },
    async find({ tenantId, contextId }) {
      return withoutId(await rosters.findOne({ tenantId, contextId }).lean());
    },
    async take(now, until, notSince) {
      const due = {
        dueAt: { $lte: now },
        $and: [
          { $or: [{ claimedUntil: null }, { claimedUntil: { $lte: now } }] },
          { $or: [{ readAt: null }, { readAt: { $lte: notSince } }] },
        ],
      };
      const found = await rosters.findOne(due).sort({ dueAt: 1 }).lean();
      if (found === null) return null;
      // Whoever's change counts has it: another's filter does not match any more.
      const { modifiedCount } = await rosters.updateOne({ ...due, _id: found._id }, { $set: { claimedUntil: until } });
      return modifiedCount === 1 ? withoutId(found) : null;
    },
    async settle({ tenantId, contextId }, change) {
      await rosters.updateOne({ tenantId, contextId }, { $set: { ...change, claimedUntil: null } });
    },
    async peopleByLmsUser(tenantId, lmsUserIds) {
      return toEntities<ListedPerson>(await people.find({ tenantId, lmsUserId: { $in: [...lmsUserIds] } }).lean());
    },
    async members({ tenantId, contextId }) {
      return memberships.find({ tenantId, contextId }).select('-_id').lean();
    },
    async list({ tenantId, contextId, personId, rosterRole }) {
      const key = { tenantId, contextId, personId };
      const fresh = { _id: `${contextId}:${personId}`, setRole: null, launchRole: null };
      await ensure(memberships, key, { set: { rosterRole, leftAt: null }, fresh });
      memories.memberships.forget(memberKey(key));
    },
    async leave({ tenantId, contextId }, ids, at) {
      if (ids.length === 0) return;
      const those = { tenantId, contextId, personId: { $in: [...ids] } };
      await memberships.updateMany(those, { $set: { rosterRole: null, leftAt: at } });
      for (const personId of ids) memories.memberships.forget(memberKey({ tenantId, contextId, personId }));
    },
    async enrolled({ tenantId, contextId }, qualificationId) {
      const found = await enrolments
        .find({ tenantId, contextId, qualificationId })
        .select('learnerId publication.notEnrolled')
        .lean();
      return found.map(({ _id, learnerId, publication }) => ({
        id: parseId<EnrolmentId>(_id),
        learnerId,
        notEnrolled: publication.notEnrolled,
      }));
    },
  };
}
