import path from 'node:path';
import { enter } from '../../../lti-tool/use-cases/enter.ts';
import type { ExtensionPerson } from '../../../lti-tool/use-cases/extension/extension-person.ts';
import { viewCounts } from '../../../lti-tool/use-cases/extension/view-counts.ts';
import { type ExtensionTokenId, parseId } from '../../../shared/domain/ids.ts';
import { type BenchCentre, openBenchCentre, reply } from '../centre.ts';
import { type Cohort, makeCohort } from '../cohort.ts';
import { costOf, type Work, whereTimeGoes } from '../measuring.ts';
import type { Part, Row } from '../part.ts';
import { growthExponent } from '../statistics.ts';

/** `aim` is the most that the exponent should be; what a centre ten times as large adds to garbage collection is allowed for. */
const operations = [
  { name: 'launch', aim: 0.2, calls: 100 },
  { name: 'me', aim: 0.2, calls: 400 },
  { name: 'review', aim: 0.2, calls: 100 },
  { name: 'marks', aim: 0.2, calls: 40 },
  { name: 'accept-all', aim: 0.2, calls: 40 },
  { name: 'badge-poll', aim: 0.2, calls: 200 },
  { name: 'caseload', aim: 1.2, calls: 10 },
  { name: 'matrix', aim: 1.2, calls: 10 },
] as const;
const why = 'A larger centre costs the garbage collector more at every call';
/** As many learners act in a cohort of every size, so that as much of them is remembered between their calls. */
const acting = 10;
type Name = (typeof operations)[number]['name'];

/** What is measured, each turn on the next of the learners that act. */
function worksOn(centre: BenchCentre, { assessor, learners, criteria }: Cohort): Readonly<Record<Name, Work>> {
  const learnerOf = (turn: number) => {
    // Spread over the whole cohort.
    const learner = learners[(turn % acting) * Math.floor(learners.length / acting)];
    if (!learner) throw new Error('The cohort has no learners.');
    return learner;
  };
  const itemOf = (turn: number, status: string) => {
    const learner = learnerOf(turn);
    const item = learner.items.find((candidate) => candidate.status === status);
    if (!item) throw new Error(`The cohort has no ${status} item.`);
    return { item, principal: learner.principal, params: { evidenceId: item.id } };
  };
  const extension: ExtensionPerson = {
    tenantId: assessor.tenantId,
    personId: assessor.personId,
    tokenId: parseId<ExtensionTokenId>('token-1'),
    expiresAt: '2100-01-01T00:00:00.000Z',
  };
  let known: string | null = null;
  return {
    launch: (turn) => enter(centre.deps, learnerOf(turn).launch),
    me: (turn) => reply(centre, learnerOf(turn).principal, 'me'),
    review: (turn) => reply(centre, assessor, 'evidence', { params: itemOf(turn, 'submitted').params }),
    marks: (turn) => {
      const { principal, params } = itemOf(turn, 'draft');
      const untickFirst = Math.floor(turn / acting) % 2 === 1;
      const body = untickFirst ? { tick: [], untick: [...criteria] } : { tick: [...criteria], untick: [] };
      return reply(centre, principal, 'changeTicks', { params, body });
    },
    'accept-all': async (turn) => {
      const { item, params } = itemOf(turn, 'submitted');
      const shown = item.ticks.learner.map((tick) => tick.criterionId);
      const accepted = await reply(centre, assessor, 'acceptAll', { params, body: { of: 'learner', shown } });
      // Taken back, so that there is something to accept in the next round.
      const { sequence } = JSON.parse(accepted).evidence.may.undo;
      return reply(centre, assessor, 'undoAcceptAll', { params, body: { sequence } });
    },
    'badge-poll': async () => {
      known = (await viewCounts(centre.deps, extension, known)).tag;
    },
    caseload: () => reply(centre, assessor, 'caseload'),
    matrix: () => reply(centre, assessor, 'matrix'),
  };
}

export const growth: Part = {
  title:
    'How CPU follows the number of learners in a context: the exponent of a power between the two largest, 0 for a cost that stays, 1 for one that grows with them (ten learners act in a cohort of every size; accept-all is taken back each time)',
  async run({ directory, quick }) {
    const sizes = quick ? [10, 50] : [10, 100, 1_000];
    const costs = new Map<Name, Array<{ size: number; cost: number }>>();
    const shares = new Map<Name, string>();
    // The first size runs twice: what it costs a process that is still warming up does not count.
    for (const [run, learners] of [...sizes.slice(0, 1), ...sizes].entries()) {
      const centre = await openBenchCentre(path.join(directory, String(run)));
      try {
        const works = worksOn(centre, await makeCohort(centre, { learners, items: 7, criteria: 60, ticks: 10 }));
        for (const { name, calls } of operations) {
          const { cpu } = await costOf(works[name], { calls, warmUp: calls * 2 });
          if (run > 0) costs.set(name, [...(costs.get(name) ?? []), { size: learners, cost: cpu }]);
          if (learners !== sizes.at(-1)) continue;
          shares.set(name, await whereTimeGoes((turn) => works[name](calls * 3 + turn), calls));
        }
      } finally {
        await centre.close();
      }
    }
    return operations.map(({ name, aim }): Row => {
      const measured = costs.get(name) ?? [];
      const [from, to] = measured.slice(-2);
      if (!from || !to) throw new Error('There are no two sizes to compare.');
      const exponent = Math.max(0, growthExponent(from, to));
      const each = measured.map(({ size, cost }) => `${size}: ${cost.toFixed(1)} ms`).join(', ');
      const note = exponent > aim ? `${each}; ${shares.get(name)}` : each;
      return { what: `${name} by learners`, measured: exponent, unit: 'exponent', aim, note, why };
    });
  },
};
