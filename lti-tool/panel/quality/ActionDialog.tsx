import type { SamplingConfirmation, SamplingReviewView } from '../../../shared/api/quality-views.ts';
import { qualityTexts } from '../../../shared/texts/quality.ts';
import { listed } from '../../../shared/words/counted.ts';
import type { CriterionNames } from '../assessor/review/criterion-names.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { DialogActions } from '../parts/DialogActions.tsx';
import { ScrollRegion } from '../parts/ScrollRegion.tsx';

type Props = {
  readonly review: SamplingReviewView;
  /** What action is asked for. */
  readonly actions: readonly SamplingConfirmation[];
  readonly accepted: number;
  readonly feedback: string;
  readonly names: CriterionNames;
  readonly busy: boolean;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
  readonly home: () => HTMLElement | null;
};

/** Asks before anything is reopened: what, whose, and what it does to progress and score. */
export function ActionDialog({ review, actions, accepted, feedback, names, busy, onConfirm, onCancel, home }: Props) {
  const words = qualityTexts;
  const { confirmed, total, evidence } = review;
  const { givenName } = evidence.learner;
  const lost = actions.filter((each) => each.lowersProgress).length;
  const staying = actions.filter((each) => !each.lowersProgress);
  const refOf = ({ criterionId }: SamplingConfirmation) => names.get(criterionId)?.ref ?? criterionId;
  return (
    <Dialog title={words.actionTitle(actions.length)} onClose={onCancel} home={home}>
      <p>{words.actionLead(actions.length)}</p>
      <ScrollRegion class="asked" label={words.actionTitle(actions.length)}>
        <ol>
          {actions.map((each) => (
            <li class="criterion" key={each.criterionId}>
              <b>{refOf(each)}</b> <span>{names.get(each.criterionId)?.text}</span>
            </li>
          ))}
        </ol>
      </ScrollRegion>
      <p>
        {words.progressGoes(givenName, confirmed, confirmed - lost, total)}{' '}
        {lost > 0 && staying.length > 0 && words.staysConfirmed(listed(staying.map(refOf)), staying.length)}
      </p>
      <p class="quiet">{words.toldWho(listed(actions.map((each) => each.assessor.name)), givenName)}</p>
      <blockquote class="said">{feedback.trim()}</blockquote>
      <DialogActions
        main={{ label: words.record(accepted, actions.length), run: onConfirm, disabled: busy }}
        out={{ label: words.cancel, run: onCancel }}
      />
    </Dialog>
  );
}
