import { useState } from 'preact/hooks';
import type { CaseloadsView } from '../../../shared/api/centre-views.ts';
import type { EnrolmentId, PersonId } from '../../../shared/domain/ids.ts';
import { managerTexts } from '../../../shared/texts/manager.ts';
import { type AssignAct, type AssignedLearner, draggedType, droppedIds } from './assigning.ts';

type Assessor = CaseloadsView['assessors'][number];
type Props = {
  readonly assessors: readonly Assessor[];
  readonly learners: readonly AssignedLearner[];
  readonly chosen: ReadonlySet<EnrolmentId>;
  readonly busy: boolean;
  /** Without `dropped`: the chosen learners. */
  readonly onAssign: (act: AssignAct, assessor: Assessor, dropped?: readonly EnrolmentId[]) => void;
};

/** Assessors with what they have, as places to drop learners on, each with buttons that do the same. */
export function AssessorList({ assessors, learners, chosen, busy, onAssign }: Props) {
  const [over, setOver] = useState<PersonId | null>(null);
  const words = managerTexts.caseloads;
  return (
    <div class="assessor-list">
      <h3>{words.assessors}</h3>
      <p class="quiet" role="status">
        {words.chosen(chosen.size)}
      </p>
      {assessors.length === 0 && <p class="quiet">{words.noAssessors}</p>}
      <ul>
        {assessors.map((assessor) => {
          const { person, role } = assessor;
          const mine = learners.filter(({ assessorIds }) => assessorIds.includes(person.id));
          const unconfirmed = mine.reduce((sum, one) => sum + one.unconfirmed, 0);
          const has = learners.some((one) => chosen.has(one.enrolmentId) && one.assessorIds.includes(person.id));
          return (
            <li
              key={person.id}
              class={over === person.id ? 'over' : undefined}
              onDragOver={(event) => {
                if (role === null || !event.dataTransfer?.types.includes(draggedType)) return;
                event.preventDefault();
                setOver(person.id);
              }}
              onDragLeave={() => setOver(null)}
              onDrop={(event) => {
                event.preventDefault();
                setOver(null);
                const dropped = droppedIds(event.dataTransfer?.getData(draggedType) ?? '', learners);
                if (dropped.length > 0) onAssign('assign', assessor, dropped);
              }}
            >
              <p>
                <b>{person.name}</b>{' '}
                <small>{role === null ? words.gone : managerTexts.roleNames[role].toLowerCase()}</small>
                <br />
                <small>{words.load(mine.length, unconfirmed)}</small>
              </p>
              <span class="line">
                {role !== null && (
                  <>
                    <button
                      type="button"
                      class="button"
                      aria-label={words.assignTo(person.name)}
                      disabled={busy || chosen.size === 0}
                      onClick={() => onAssign('assign', assessor)}
                    >
                      {words.assign}
                    </button>
                    <button
                      type="button"
                      class="button"
                      aria-label={words.moveTo(person.name)}
                      disabled={busy || chosen.size === 0}
                      onClick={() => onAssign('move', assessor)}
                    >
                      {words.move}
                    </button>
                  </>
                )}
                <button
                  type="button"
                  class="button"
                  aria-label={words.removeFrom(person.name)}
                  disabled={busy || !has}
                  onClick={() => onAssign('remove', assessor)}
                >
                  {words.remove}
                </button>
              </span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
