import type { CaseloadsView } from '../../../shared/api/centre-views.ts';
import type { EnrolmentId } from '../../../shared/domain/ids.ts';
import { managerTexts } from '../../../shared/texts/manager.ts';
import { age, listed } from '../../../shared/words/counted.ts';
import { useTools } from '../app/toolbox.ts';
import { type AssignedLearner, draggedText, draggedType } from './assigning.ts';

type Props = {
  readonly learners: readonly AssignedLearner[];
  readonly assessors: CaseloadsView['assessors'];
  readonly chosen: ReadonlySet<EnrolmentId>;
  readonly empty: string;
  readonly onChoose: (ids: readonly EnrolmentId[], on: boolean) => void;
};

/** Learners to choose from, by box or by dragging one or all that are chosen. */
export function LearnerList({ learners, assessors, chosen, empty, onChoose }: Props) {
  const { now } = useTools();
  const words = managerTexts.caseloads;
  const nameOf = new Map(assessors.map(({ person }) => [person.id, person.name]));
  if (learners.length === 0) return <p class="empty">{empty}</p>;
  const all = learners.every(({ enrolmentId }) => chosen.has(enrolmentId));
  return (
    <ul class="learner-list">
      <li>
        <label>
          <input
            type="checkbox"
            checked={all}
            onChange={() =>
              onChoose(
                learners.map(({ enrolmentId }) => enrolmentId),
                !all,
              )
            }
          />{' '}
          {words.chooseAll}
        </label>
      </li>
      {learners.map(({ enrolmentId, learner, assessorIds, unconfirmed, oldestWaitingAt }) => (
        <li
          key={enrolmentId}
          draggable
          title={words.drag(learner.name)}
          onDragStart={(event) => {
            const ids = chosen.has(enrolmentId) ? [...chosen] : [enrolmentId];
            event.dataTransfer?.setData(draggedType, draggedText(ids));
          }}
        >
          <label>
            <input
              type="checkbox"
              checked={chosen.has(enrolmentId)}
              onChange={(event) => onChoose([enrolmentId], event.currentTarget.checked)}
            />{' '}
            <b>{learner.name}</b>{' '}
            {unconfirmed > 0 && (
              <small>
                {words.unconfirmed(unconfirmed)}
                {oldestWaitingAt && `, ${age(oldestWaitingAt, now())}`}
              </small>
            )}
            <small class={assessorIds.length === 0 ? 'met soon' : undefined}>
              {assessorIds.length === 0 ? words.none : listed(assessorIds.map((id) => nameOf.get(id) ?? ''))}
            </small>
          </label>
        </li>
      ))}
    </ul>
  );
}
