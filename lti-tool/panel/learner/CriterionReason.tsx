import type { CriterionStandingView, EnrolmentView } from '../../../shared/api/views.ts';
import type { Criterion } from '../../../shared/domain/qualification.ts';
import { learnerTexts } from '../../../shared/texts/learner.ts';
import { hrefTo } from '../app/router.ts';
import { StandingMark } from '../parts/StandingMark.tsx';
import { whyOf } from '../parts/why.ts';
import { HistoryButton } from '../quality/history/HistoryButton.tsx';

type Props = {
  readonly criterion: Criterion;
  readonly standing: CriterionStandingView | undefined;
  readonly enrolment: EnrolmentView;
  /** With its unit: "201 1.1". */
  readonly label: string;
};

/** One criterion with its standing and the plain answer to "why is this not showing?". */
export function CriterionReason({ criterion, standing, enrolment, label }: Props) {
  return (
    <li>
      <StandingMark standing={standing?.standing ?? 'untouched'} />
      <span class="criterion">
        <b>{criterion.ref}</b>
        <span>
          {criterion.text}
          <small>
            {standing && whyOf(standing, enrolment, 'learner')}{' '}
            {standing?.evidenceId && (
              <a href={hrefTo('evidence', standing.evidenceId)}>
                {learnerTexts.units.seeEvidence}
                <span class="sr"> {learnerTexts.units.seeEvidenceFor(criterion.ref)}</span>
              </a>
            )}{' '}
            {standing && standing.standing !== 'untouched' && (
              <HistoryButton enrolmentId={enrolment.id} label={label} criterionId={criterion.id} />
            )}
          </small>
        </span>
      </span>
    </li>
  );
}
