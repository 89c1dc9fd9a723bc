import type { PersonId } from '../../shared/domain/ids.ts';
import { actsAsLearner } from '../../shared/domain/roles.ts';
import type { Membership } from '../use-cases/membership.ts';
import type { PeopleStore, Person } from '../use-cases/people-ports.ts';
import { ensure, says, toEntities, toEntity } from './documents.ts';
import { type Memories, memberKey, memoryKey } from './memories.ts';
import type { Models } from './models.ts';
import { upsertRemembered } from './upsert-remembered.ts';

type Key = Pick<Membership, 'tenantId' | 'contextId' | 'personId'>;
/** When somebody launched last is known to the hour: a launch that says nothing else anew writes nothing. */
const launchNoteMs = 3_600_000;
const noRoles = { setRole: null, launchRole: null, rosterRole: null } as const;

export function createPeopleStore({ people, memberships }: Models, memories: Memories): PeopleStore {
  const write = async (
    key: Key,
    change: Partial<Membership>,
    isSaid?: (known: Membership) => boolean,
  ): Promise<Membership> => {
    const _id = `${key.contextId}:${key.personId}`;
    const { tenantId, contextId, personId } = key;
    const document = await ensure(
      memberships,
      { tenantId, contextId, personId },
      // On disk with the session that the launch ends with.
      { set: change, fresh: { _id, ...noRoles }, unjournaled: true, ...(isSaid ? { isSaid } : {}) },
    );
    memories.memberships.forget(memberKey(key));
    const { _id: _, record: __, ...membership } = document;
    return membership;
  };
  return {
    async upsert({ id, tenantId, lmsUserId, name, givenName }) {
      const names = { ...(name === null ? {} : { name }), ...(givenName === null ? {} : { givenName }) };
      const wanted = { set: names, fresh: { _id: id, name, givenName } };
      const key = { tenantId, lmsUserId };
      const upsert = async () => {
        const person = toEntity<Person>(await ensure(people, key, wanted)) as Person;
        memories.people.forget(memoryKey(tenantId, person.id));
        return person;
      };
      return upsertRemembered(memories.launching, memoryKey(key), names, upsert);
    },
    async findMany(tenantId, ids) {
      const [only, ...others] = ids;
      if (only !== undefined && others.length === 0) {
        // Every call names the one person who makes it.
        const person = await memories.people.recall(memoryKey(tenantId, only), async () =>
          toEntity<Person>(await people.findOne({ tenantId, _id: only }).lean()),
        );
        return person === null ? [] : [person];
      }
      return toEntities<Person>(await people.find({ tenantId, _id: { $in: [...ids] } }).lean());
    },
    async findByLmsUser(tenantId, lmsUserId) {
      return toEntity<Person>(await people.findOne({ tenantId, lmsUserId }).lean());
    },
    // Whoever launches is here, whatever the platform's list said.
    recordLaunch: (key, { role, groups, at }) => {
      const said = { launchRole: role, launchGroups: [...groups], leftAt: null };
      const isNoted = ({ lastLaunchAt }: Membership) =>
        lastLaunchAt !== undefined && Math.abs(Date.parse(at) - Date.parse(lastLaunchAt)) < launchNoteMs;
      return write(key, { ...said, lastLaunchAt: at }, (known) => isNoted(known) && says(known, said));
    },
    ensureMember: (key) => write(key, {}),
    async membership(tenantId, contextId, personId: PersonId) {
      const key = { tenantId, contextId, personId };
      return memories.memberships.recall(memberKey(key), () =>
        memberships.findOne(key).select('-_id -record').lean<Membership>().exec(),
      );
    },
    async absentOf(tenantId, contextId) {
      const found = await memberships
        .find({ tenantId, contextId, $or: [{ leftAt: { $gt: '' } }, { lastLaunchAt: null, launchRole: null }] })
        .select('personId leftAt lastLaunchAt launchRole')
        .lean();
      return found.map(({ personId, leftAt, lastLaunchAt, launchRole }) => ({
        personId,
        left: Boolean(leftAt),
        neverOpened: !lastLaunchAt && !launchRole,
      }));
    },
    async othersOf(tenantId, contextId) {
      // Most of a context are learners for every source that speaks of them: those stay in the database.
      const plain = { $in: [null, 'learner' as const] };
      const learners = { setRole: plain, launchRole: plain, rosterRole: plain };
      const perhaps = { $or: [{ $nor: [learners] }, noRoles] };
      const found = await memberships
        .find({ tenantId, contextId, ...perhaps })
        .select('-_id -record')
        .lean<Membership[]>();
      return found.filter(
        ({ setRole, launchRole, rosterRole }) =>
          !actsAsLearner({ set: setRole, launch: launchRole, roster: rosterRole }),
      );
    },
  };
}
