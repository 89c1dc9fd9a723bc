import type { EnrolmentView, EvidenceSummary } from '../../../shared/api/views.ts';
import { learnerTexts } from '../../../shared/texts/learner.ts';
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
  const words = learnerTexts.why;
  return (
    <section aria-labelledby="why">
      <h2 id="why">{finished ? words.finished(learner) : words.heading}</h2>
      <p class="quiet">
        {finished ? words.allConfirmed(criteriaCount(enrolment.total)) : words.ticksCount}{' '}
        <GradebookLine enrolment={enrolment} />
      </p>
      {nothingWaits && !finished && <p class="all-clear">{words.nothingWaits}</p>}
      <div class="turns">
        {turns.learner.length > 0 && <TurnRows heading={words.yourTurn} rows={turns.learner} now={now} />}
        {turns.assessor.length > 0 && (
          <TurnRows heading={assessorsTurn(enrolment.assessors)} rows={turns.assessor} now={now} />
        )}
      </div>
    </section>
  );
}
