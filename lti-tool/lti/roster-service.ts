import type { Member, RosterService } from '../use-cases/lti-ports.ts';
import type { PlatformService } from './platform-service.ts';
import { scope } from './settings.ts';

const membershipsType = 'application/vnd.ims.lti-nrps.v2.membershipcontainer+json';
const longestId = 255;
const mostMembers = 50_000;

const textOrNull = (value: unknown) => (typeof value === 'string' && value.trim() !== '' ? value.slice(0, 255) : null);

/** One entry of a membership container; null where it names nobody. */
function memberOf(entry: unknown): Member | null {
  if (typeof entry !== 'object' || entry === null) return null;
  const { user_id: id, name, given_name: given, family_name: family, roles, status } = entry as Record<string, unknown>;
  const userId = typeof id === 'number' ? String(id) : id;
  if (typeof userId !== 'string' || userId === '' || userId.length > longestId) return null;
  return {
    userId,
    name: textOrNull(name),
    givenName: textOrNull(given),
    familyName: textOrNull(family),
    roles: Array.isArray(roles) ? roles.filter((role) => typeof role === 'string') : [],
    // Status may be left out and then means Active.
    active: status === undefined || status === 'Active',
  };
}

const membersIn = (page: unknown): unknown[] | null =>
  typeof page === 'object' && page !== null && 'members' in page && Array.isArray(page.members) ? page.members : null;

/** @see https://www.imsglobal.org/spec/lti-nrps/v2p0#context-membership */
export function createRosterService(service: PlatformService): RosterService {
  return {
    async members({ issuer, clientId, membershipsUrl }, signal) {
      const pages = await service.pages(
        { issuer, clientId },
        {
          method: 'GET',
          url: membershipsUrl,
          headers: { accept: membershipsType },
          scopes: [scope.memberships],
          signal,
        },
      );
      if (!Array.isArray(pages)) return { kind: 'unavailable', status: pages.status, reason: pages.reason };
      const members = new Map<string, Member>();
      for (const entries of pages.map(membersIn)) {
        if (entries === null || members.size > mostMembers)
          return { kind: 'unavailable', status: 200, reason: 'The platform’s list of people could not be read.' };
        for (const member of entries.map(memberOf)) if (member !== null) members.set(member.userId, member);
      }
      return [...members.values()];
    },
  };
}
