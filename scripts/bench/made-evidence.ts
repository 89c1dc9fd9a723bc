import type { Enrolment } from '../../lti-tool/use-cases/enrolment-ports.ts';
import type { Crypto } from '../../lti-tool/use-cases/ports.ts';
import {
  type Actor,
  type Change,
  type Evidence,
  type EvidenceStatus,
  methods,
  type Tick,
} from '../../shared/domain/evidence.ts';
import { appended } from '../../shared/domain/history.ts';
import { type CriterionId, type EvidenceId, type PersonId, parseId } from '../../shared/domain/ids.ts';

type Recipe = {
  readonly enrolment: Enrolment;
  readonly criteria: readonly CriterionId[];
  readonly ticks: number;
  readonly allSubmitted?: boolean;
  readonly assessorId: PersonId;
  /** Which of the learner's items it is, from 0. */
  readonly number: number;
  readonly random: () => number;
  readonly crypto: Crypto;
};

const firstDay = Date.UTC(2026, 8, 7, 9);
const hour = 3_600_000;
const narrative =
  'I took the call because the queue was long. The customer had been charged twice and was upset, so I listened first, ' +
  'repeated what had happened in my own words and told her what I could do at once and what had to wait. ';

/** Of ten items six are assessed, two wait, one was returned and one is a draft. */
function statusOf({ number, allSubmitted }: Recipe): EvidenceStatus {
  if (allSubmitted) return 'submitted';
  return (
    (['assessed', 'assessed', 'submitted', 'assessed', 'returned', 'assessed', 'draft'] as const)[number % 7] ?? 'draft'
  );
}

/** An item as the use-cases would have left it, its history chain included, written without them. */
export function makeEvidence(recipe: Recipe): Evidence {
  const { enrolment, criteria, random, crypto, assessorId, number } = recipe;
  const id = parseId<EvidenceId>(crypto.newId());
  const at = (after: number): string => new Date(firstDay + number * 24 * hour + after * hour).toISOString();
  const learner: Actor = { personId: enrolment.learnerId, role: 'learner', origin: 'panel' };
  const assessor: Actor = { personId: assessorId, role: 'assessor', origin: 'panel' };
  const start = Math.floor(random() * Math.max(1, criteria.length - recipe.ticks + 1));
  const ticked = criteria.slice(start, start + recipe.ticks);
  const status = statusOf(recipe);
  const ticksOf = (ids: readonly CriterionId[], byId: PersonId, moment: string): Tick[] =>
    ids.map((criterionId) => ({ criterionId, byId, at: moment }));
  const offered = ticksOf(ticked, enrolment.learnerId, at(1));
  const confirmed =
    status === 'assessed'
      ? ticksOf(
          ticked.filter(() => random() < 0.9),
          assessorId,
          at(3),
        )
      : [];
  const title = `Call about a double charge, ${number + 1}`;

  const steps: Array<readonly [Actor, number, Change]> = [
    [learner, 0, { kind: 'created', after: { title } }],
    [learner, 1, { kind: 'ticked', column: 'learner', added: offered, removed: [] }],
  ];
  if (status !== 'draft')
    steps.push([learner, 2, { kind: 'status', before: 'draft', after: 'submitted', feedback: '' }]);
  if (confirmed.length > 0)
    steps.push([assessor, 3, { kind: 'acceptedAll', column: 'assessor', of: 'learner', added: confirmed }]);
  if (status === 'assessed' || status === 'returned')
    steps.push([assessor, 4, { kind: 'status', before: 'submitted', after: status, feedback: 'A clear account.' }]);

  const { tenantId, contextId, learnerId, qualificationId } = enrolment;
  const history = steps.reduce<Evidence['history']>(
    (chain, [actor, after, change]) => appended({ id, history: chain }, actor, at(after), change, crypto.sha256),
    [],
  );
  return {
    id,
    tenantId,
    contextId,
    enrolmentId: enrolment.id,
    learnerId,
    qualificationId,
    title,
    method: methods[number % methods.length] ?? 'observation',
    narrative: narrative.repeat(3),
    attachments: [],
    links: [],
    status,
    ticks: { learner: offered, trainee: [], assessor: confirmed },
    reopenings: [],
    samples: [],
    madeById: null,
    handOver: null,
    feedback:
      status === 'assessed' || status === 'returned'
        ? [{ byId: assessorId, at: at(4), text: 'A clear account.', outcome: status }]
        : [],
    history,
    createdAt: at(0),
    updatedAt: history.at(-1)?.at ?? at(0),
    submittedAt: status === 'draft' ? null : at(2),
    version: steps.length,
  };
}
