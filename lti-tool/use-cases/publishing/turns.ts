type Party = { readonly issuer: string; readonly clientId: string };

/** Does work that calls a platform, when it is its turn. */
export type TakeTurn = <T>(party: Party, work: () => Promise<T>) => Promise<T>;

/** At most so many calls to one platform are under way; the others wait their turn, longest first. */
export function createTurns(perPlatform: number): TakeTurn {
  const gates = new Map<string, { free: number; readonly waiting: Array<() => void> }>();
  return async ({ issuer, clientId }, work) => {
    const key = JSON.stringify([issuer, clientId]);
    const gate = gates.get(key) ?? { free: perPlatform, waiting: [] };
    gates.set(key, gate);
    if (gate.free > 0) gate.free -= 1;
    else await new Promise<void>((resolve) => gate.waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = gate.waiting.shift();
      if (next) next();
      else gate.free += 1;
    }
  };
}
