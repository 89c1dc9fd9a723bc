import type { EnrolmentView, EvidenceSummary } from '../../../shared/api/views.ts';
import { useTools } from '../app/toolbox.ts';
import { criteriaCount } from '../parts/counting.ts';
import { GradebookLine } from './GradebookLine.tsx';
import { TurnRows } from './TurnRows.tsx';
import { assessorsTurn, whoseTurn } from './whose-turn.ts';

type Props = {
  readonly enrolment: EnrolmentView;
  readonly items: readonly EvidenceSummary[];
  /** The learner's given name. */
  readonly learner: string;
};

/** "Why isn't my progress showing?": what waits, for whom, since when, and what to do about it. */
export function WhyList({ enrolment, items, learner }: Props) {
  const now = useTools().now();
  const turns = whoseTurn(enrolment.criteria, items);
  const nothingWaits = turns.learner.length + turns.assessor.length === 0;
  const finished = nothingWaits && enrolment.total > 0 && enrolment.confirmed === enrolment.total;
  return (
    <section aria-labelledby="why">
      <h2 id="why">{finished ? `Well done, ${learner}!` : "Why isn't my progress showing?"}</h2>
      <p class="quiet">
        {finished
          ? `All ${criteriaCount(enrolment.total)} are confirmed. `
          : 'Your ticks count when a qualified assessor confirms them. '}
        <GradebookLine enrolment={enrolment} />
      </p>
      {nothingWaits && !finished && (
        <p class="all-clear">Nothing is waiting: all that you offered so far is decided. Add evidence to go on.</p>
      )}
      <div class="turns">
        {turns.learner.length > 0 && <TurnRows heading="Your turn" rows={turns.learner} now={now} />}
        {turns.assessor.length > 0 && (
          <TurnRows heading={assessorsTurn(enrolment.assessors)} rows={turns.assessor} now={now} />
        )}
      </div>
    </section>
  );
}
