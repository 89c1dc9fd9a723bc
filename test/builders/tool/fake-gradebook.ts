import { createPublisher, type PublisherDeps } from '../../../lti-tool/publisher/publisher.ts';
import type {
  FoundResult,
  GradeService,
  RosterService,
  ScoreAnswer,
  TimedScore,
} from '../../../lti-tool/use-cases/lti-ports.ts';
import type { LineItem, LineItemFault, LineItems } from '../../../lti-tool/use-cases/publishing/line-items.ts';
import type { Centre } from './centre.ts';

type Grade = Pick<FoundResult, 'resultScore' | 'timestamp'>;

/** A platform's gradebook without a network: it answers as told, and remembers what it was sent. */
export function fakeGradebook() {
  const sent: TimedScore[] = [];
  const answers: Array<ScoreAnswer | (() => ScoreAnswer)> = [];
  /** By line item and user, on the line item's own scale. */
  const grades = new Map<string, Grade>();
  const items = new Map<string, LineItem>();
  const calls: string[] = [];
  let itemFault: LineItemFault | null = null;
  const known = (url: string): LineItem => {
    const item = items.get(url) ?? { url, label: 'Portfolio', scoreMaximum: 100, ...unlinked, resourceLinkId: '1' };
    items.set(url, item);
    return item;
  };
  const missing: LineItemFault = { kind: 'fault', lasting: true, status: 404, reason: 'gone', retryAfterMs: null };
  const gone = new Set<string>();

  const service: GradeService = {
    async publish({ lineItemUrl }, score) {
      sent.push(score);
      calls.push('publish');
      if (gone.has(lineItemUrl)) return { kind: 'lineItemGone' };
      const told = answers.shift() ?? { kind: 'accepted' };
      const answer = typeof told === 'function' ? told() : told;
      if (answer.kind === 'accepted') {
        const resultScore =
          score.scoreGiven === null ? null : (score.scoreGiven * known(lineItemUrl).scoreMaximum) / score.scoreMaximum;
        grades.set(`${lineItemUrl} ${score.userId}`, { resultScore, timestamp: score.timestamp });
      }
      return answer;
    },
    async results({ lineItemUrl }, userId) {
      calls.push('results');
      if (gone.has(lineItemUrl)) return { kind: 'unavailable', status: 404, reason: 'gone' };
      const { scoreMaximum } = known(lineItemUrl);
      return [...grades]
        .map(([key, grade]) => ({ key: key.split(' '), grade }))
        .filter(({ key: [url, user] }) => url === lineItemUrl && (userId === undefined || user === userId))
        .map(({ key: [, user = ''], grade }) => ({
          ...{ userId: user, resultMaximum: scoreMaximum, comment: null, ...grade },
        }));
    },
  };
  const lineItems: LineItems = {
    async read({ lineItemUrl }) {
      calls.push('read');
      return itemFault ?? (gone.has(lineItemUrl) ? missing : known(lineItemUrl));
    },
    async find(_list, filter) {
      calls.push('find');
      if (itemFault) return itemFault;
      const fits = (item: LineItem) =>
        'resourceId' in filter
          ? item.resourceId === filter.resourceId && item.tag === filter.tag
          : item.resourceLinkId === filter.resourceLinkId;
      return [...items.values()].find((item) => !gone.has(item.url) && fits(item)) ?? null;
    },
    async create(_list, wanted) {
      calls.push('create');
      if (itemFault) return itemFault;
      const item = { url: `https://lms.example/lineitems/made-${items.size}`, ...wanted, resourceLinkId: null };
      items.set(item.url, item);
      return item;
    },
    async change({ lineItemUrl }, wanted) {
      calls.push('change');
      if (itemFault) return itemFault;
      if (gone.has(lineItemUrl)) return missing;
      const item = { ...known(lineItemUrl), ...wanted };
      items.set(lineItemUrl, item);
      return item;
    },
  };
  return {
    sent,
    answers,
    grades,
    items,
    calls,
    service,
    lineItems,
    /** From now on line items answer with this; null: as usual. */
    failItems(fault: LineItemFault | null) {
      itemFault = fault;
    },
    remove(url: string) {
      gone.add(url);
    },
    /** A person types a grade there. */
    type(url: string, userId: string, resultScore: number, timestamp: string | null = null) {
      grades.set(`${url} ${userId}`, { resultScore, timestamp });
    },
  };
}
const unlinked = { resourceId: null, tag: null } as const;
export type FakeGradebook = ReturnType<typeof fakeGradebook>;

/** A publisher between a test centre and a fake gradebook, without jitter. */
export const publisherOf = (
  centre: Centre,
  gradebook: FakeGradebook,
  changes: Partial<PublisherDeps> & { roster?: RosterService } = {},
) =>
  createPublisher({
    ...{ stores: centre.deps.stores, clock: centre.deps.clock },
    ...{ grades: gradebook.service, lineItems: gradebook.lineItems, roster: null },
    ...{ random: () => 1, callTimeout: 1_000, owner: 'publisher-1' },
    log: { warn: () => {} },
    ...changes,
  });
