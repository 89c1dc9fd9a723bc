import {
  DuplicateRecord,
  type NewRegistration,
  type RecordDocument,
  type Records,
  type Registration,
  type Registrations,
} from '../use-cases/lti-ports.ts';
import { createShortMemory } from '../use-cases/short-memory.ts';
import { type AddressPolicy, longestAddress, platformUrl } from './address-policy.ts';
import { digest } from './browser-proof.ts';
import type { LtijsTool, Platform } from './ltijs-tool.ts';

/** A registration that cannot be right; `field` says where, the message what to enter. */
export class RegistrationFault extends Error {
  override readonly name = 'RegistrationFault';
  readonly field: keyof NewRegistration;
  constructor(field: keyof NewRegistration, message: string) {
    super(message);
    this.field = field;
  }
}

const collection = 'registration';
const longest = 255;
/** How long another process may go on after a platform was changed or removed. */
const memoryMs = 5_000;

/** The same platform gets the same id when it is removed and added again, so that it finds its records. */
const idOf = (issuer: string, clientId: string) => digest(JSON.stringify([issuer, clientId])).slice(0, 22);

function check(registration: NewRegistration, policy: AddressPolicy): void {
  for (const field of ['name', 'issuer', 'clientId'] as const)
    if (registration[field].trim() === '' || registration[field].length > longest)
      throw new RegistrationFault(field, `Enter the ${field}: 1 to ${longest} characters.`);
  if (!registration.deploymentIds.every((id) => id !== '' && id.length <= longest))
    throw new RegistrationFault('deploymentIds', `Each deployment id has 1 to ${longest} characters.`);
  const kind = policy.allowLocal ? 'an http or https address' : 'a public https address';
  for (const field of ['issuer', 'authenticationUrl', 'tokenUrl', 'jwksUrl'] as const)
    if (registration[field].length > longestAddress || platformUrl(registration[field], policy) === null)
      throw new RegistrationFault(field, `The ${field} must be ${kind}.`);
  if (!(registration.pageOrigins ?? []).every((origin) => platformUrl(origin, policy)?.origin === origin))
    throw new RegistrationFault('pageOrigins', `Each page origin must be ${kind} without a path.`);
}

const textsIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : [];

/**
 * The registry of platforms. ltijs keeps names, addresses and keys; the approved deployments stand beside it.
 * `add` changes a platform that is there already. @throws RegistrationFault
 */
export function createRegistrations(deps: {
  readonly tool: LtijsTool;
  readonly records: Records;
  readonly policy: AddressPolicy;
  readonly clock: { now(): number };
}): Registrations {
  const { tool, records, policy } = deps;
  const memory = createShortMemory<Registration>({ clock: deps.clock, lifeMs: memoryMs });
  const keyOf = (issuer: string, clientId: string) => JSON.stringify([issuer, clientId]);
  let turn: Promise<unknown> = Promise.resolve();
  /** Two additions of one platform at once would leave the keys of one with the name of the other. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const result = turn.then(work);
    turn = result.catch(() => undefined);
    return result;
  };
  const join = (
    { name, issuer, clientId, authenticationUrl, tokenUrl, jwksUrl }: Platform,
    row: RecordDocument | undefined,
  ): Registration => ({
    id: idOf(issuer, clientId),
    name,
    issuer,
    clientId,
    authenticationUrl,
    tokenUrl,
    jwksUrl,
    deploymentIds: textsIn(row?.deploymentIds),
    pageOrigins: textsIn(row?.pageOrigins),
    active: row !== undefined && row.active !== false,
  });
  async function read(issuer: string, clientId: string): Promise<Registration | null> {
    const platform = await tool.platform(issuer, clientId);
    if (platform === null) return null;
    const [row] = await records.find(collection, { issuer, clientId });
    return join(platform, row);
  }

  /** Runs a change of a platform, which nobody remembers as it was afterwards. */
  const change = <T>(issuer: string, clientId: string, work: () => Promise<T>): Promise<T> =>
    inTurn(() => work().finally(() => memory.forget(keyOf(issuer, clientId))));

  return {
    find: (issuer, clientId) => memory.recall(keyOf(issuer, clientId), () => read(issuer, clientId)),
    add: (registration) =>
      change(registration.issuer, registration.clientId, async () => {
        check(registration, policy);
        const { issuer, clientId, deploymentIds, pageOrigins = [] } = registration;
        const id = idOf(issuer, clientId);
        // The approved deployments first: a platform is never open wider than its administrator said.
        await records.replace(
          collection,
          { issuer, clientId },
          { id, issuer, clientId, deploymentIds: [...deploymentIds], pageOrigins: [...pageOrigins], active: true },
        );
        await tool.register(registration);
        return { ...registration, pageOrigins, id, active: true };
      }),
    addNew: (registration, active) =>
      change(registration.issuer, registration.clientId, async () => {
        check(registration, policy);
        const { issuer, clientId, deploymentIds, pageOrigins = [] } = registration;
        const id = idOf(issuer, clientId);
        const row = { id, issuer, clientId, deploymentIds: [...deploymentIds], pageOrigins: [...pageOrigins], active };
        try {
          await records.insert(collection, row);
        } catch (error) {
          if (error instanceof DuplicateRecord) return null;
          throw error;
        }
        await tool.register(registration);
        return { ...registration, pageOrigins, id, active };
      }),
    activate: (issuer, clientId) =>
      change(issuer, clientId, async () => {
        if ((await read(issuer, clientId)) === null) return false;
        await records.modify(collection, { issuer, clientId }, { active: true });
        return true;
      }),
    async list() {
      const rows = new Map((await records.find(collection, {})).map((row) => [row.id, row]));
      return (await tool.platforms()).map((platform) =>
        join(platform, rows.get(idOf(platform.issuer, platform.clientId))),
      );
    },
    remove: (issuer, clientId) =>
      change(issuer, clientId, async () => {
        const found = (await tool.platform(issuer, clientId)) !== null;
        await tool.unregister(issuer, clientId);
        await records.remove(collection, { issuer, clientId });
        return found;
      }),
  };
}
