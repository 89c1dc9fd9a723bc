import { type Deployments, DuplicateRecord, type Records, type Registration } from '../use-cases/lti-ports.ts';
import { createShortMemory } from '../use-cases/short-memory.ts';
import { LaunchRefused } from './refusals.ts';

const collection = 'deployment';
const memoryMs = 5_000;

export type DeploymentPolicy = Deployments & {
  /**
   * Lets a verified launch through: by the deployments that the administrator named or, where none were, by recording
   * each at its first launch.
   * @throws LaunchRefused
   */
  admit(registration: Registration, deploymentId: string): Promise<void>;
};

export function createDeployments(deps: {
  readonly records: Records;
  readonly clock: { now(): number };
}): DeploymentPolicy {
  const { records, clock } = deps;
  const recorded = createShortMemory<true>({ clock, lifeMs: memoryMs });

  async function record(registrationId: string, deploymentId: string): Promise<true> {
    const known = await records.find(collection, { registrationId, deploymentId });
    if (known.length > 0) return true;
    try {
      const firstLaunchAt = new Date(clock.now()).toISOString();
      await records.insert(collection, { registrationId, deploymentId, firstLaunchAt });
    } catch (error) {
      // Another launch of the same deployment came first.
      if (!(error instanceof DuplicateRecord)) throw error;
    }
    return true;
  }

  return {
    async admit({ id: registrationId, deploymentIds }, deploymentId) {
      if (deploymentIds.length > 0 && !deploymentIds.includes(deploymentId))
        throw new LaunchRefused('LAUNCH_DEPLOYMENT_UNKNOWN');
      await recorded.recall(JSON.stringify([registrationId, deploymentId]), () => record(registrationId, deploymentId));
    },
    async list(registrationId) {
      const rows = await records.find(collection, { registrationId });
      return rows.map(({ deploymentId, firstLaunchAt }) => ({
        registrationId,
        deploymentId: String(deploymentId),
        firstLaunchAt: String(firstLaunchAt),
      }));
    },
  };
}
