import type { TenantId } from '../../shared/domain/ids.ts';
import type { Tenant } from '../use-cases/place-ports.ts';
import type { PublishReport } from '../use-cases/publishing/publish-enrolment.ts';
import { type Breaker, createBreaker } from './breaker.ts';

/** The platform takes nothing now. `opensAt`: when it may, in milliseconds. */
export type Closed = { readonly opensAt: number };
type Platform = Pick<Tenant, 'id' | 'registrationId'>;
type Lane = {
  readonly breaker: Breaker;
  readonly tenants: Set<TenantId>;
  /** Whoever waits for room: true to go, or closed. */
  readonly waiting: Array<(turn: true | Closed) => void>;
  underWay: number;
};

/** One lane for each platform (LTI registration): so many calls at once, and none while it is down. */
export function createLanes(deps: {
  readonly now: () => number;
  readonly random: () => number;
  readonly perPlatform: number;
}) {
  const lanes = new Map<string, Lane>();

  function laneOf({ id, registrationId }: Platform): Lane {
    const known = lanes.get(registrationId);
    const lane = known ?? { breaker: createBreaker(deps), tenants: new Set(), waiting: [], underWay: 0 };
    lanes.set(registrationId, lane);
    lane.tenants.add(id);
    return lane;
  }
  const room = ({ breaker, underWay }: Lane): number => breaker.allows(deps.perPlatform) - underWay;
  const closed = ({ breaker }: Lane): Closed | null => {
    const opensAt = breaker.opensAt();
    return opensAt > deps.now() ? { opensAt } : null;
  };

  /** Lets in as many as there is room for; where the platform went down meanwhile, sends all away. */
  function callIn(lane: Lane): void {
    const shut = closed(lane);
    while (lane.waiting.length > 0 && (shut !== null || room(lane) > 0)) {
      if (shut === null) lane.underWay += 1;
      lane.waiting.shift()?.(shut ?? true);
    }
  }

  return {
    /** Tenants of platforms that have enough to do, or are down. */
    full(): TenantId[] {
      const isFull = (lane: Lane) => closed(lane) !== null || lane.waiting.length >= deps.perPlatform;
      return [...lanes.values()].filter(isFull).flatMap(({ tenants }) => [...tenants]);
    },
    /** Does the work in the platform's lane as soon as there is room, or says that the platform is closed. */
    async enter(platform: Platform, work: () => Promise<PublishReport>): Promise<PublishReport | Closed> {
      const lane = laneOf(platform);
      const turn = new Promise<true | Closed>((resolve) => lane.waiting.push(resolve));
      callIn(lane);
      const given = await turn;
      if (given !== true) return given;
      try {
        const report = await work();
        lane.breaker.tell(report.health, report.retryAfterMs);
        return report;
      } finally {
        lane.underWay -= 1;
        callIn(lane);
      }
    },
  };
}
