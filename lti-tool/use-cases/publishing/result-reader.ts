import type { FoundResult, GradeService, LineItemAddress, Unavailable } from '../lti-ports.ts';
import type { Clock } from '../ports.ts';

const freshFor = 10_000;
type Whole = { readonly startedAt: number; readonly results: Promise<Map<string, FoundResult> | Unavailable> };

/**
 * Reads what the gradebook holds of a learner. Where many scores of one column are sent together, the column is read
 * once for all of them.
 */
export function createResultReader(grades: Pick<GradeService, 'results'>, clock: Clock) {
  const columns = new Map<string, Whole>();

  function whole(address: LineItemAddress, signal: () => AbortSignal): Whole {
    const key = JSON.stringify([address.issuer, address.clientId, address.lineItemUrl]);
    const known = columns.get(key);
    const age = known ? clock.now() - known.startedAt : Number.NaN;
    if (known && age >= 0 && age < freshFor) return known;
    if (columns.size > 100) columns.clear();
    const results = grades
      .results(address, undefined, signal())
      .then((found) =>
        Array.isArray(found) ? new Map(found.map((result) => [result.userId, result] as const)) : found,
      );
    const read = { startedAt: clock.now(), results };
    columns.set(key, read);
    results.then(
      (found) => !(found instanceof Map) && columns.delete(key),
      () => columns.delete(key),
    );
    return read;
  }

  return {
    /**
     * @param since a read that began before this moment, in milliseconds, is too old: our own score came after it
     * @param many several scores of this column are about to be sent
     */
    async read(
      address: LineItemAddress,
      userId: string,
      options: { readonly since: number; readonly many: boolean; readonly signal: () => AbortSignal },
    ): Promise<FoundResult | null | Unavailable> {
      if (options.many) {
        const { startedAt, results } = whole(address, options.signal);
        const found = await results;
        if (!(found instanceof Map)) return found;
        if (startedAt > options.since) return found.get(userId) ?? null;
      }
      const found = await grades.results(address, userId, options.signal());
      if (!Array.isArray(found)) return found;
      return found.find((result) => result.userId === userId) ?? null;
    },
  };
}
export type ResultReader = ReturnType<typeof createResultReader>;
