import { useComputed } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { Criterion } from '../../../shared/domain/qualification.ts';
import { learnerTexts } from '../../../shared/texts/learner.ts';
import { StandingMark } from '../parts/StandingMark.tsx';
import { TickBox } from '../parts/TickBox.tsx';
import type { EvidenceDraft } from './evidence-draft.ts';

type Props = {
  readonly unitRef: string;
  readonly criterion: Criterion;
  readonly draft: EvidenceDraft;
  /** Confirmed already, on whatever evidence. */
  readonly confirmed: boolean;
};

/** One criterion with the learner's box. Drawn again only when its own tick changes, so a tree of 300 stays quick. */
export function PickCriterion({ unitRef, criterion, draft, confirmed }: Props) {
  const ticked = useComputed(() => draft.ticked.value.has(criterion.id)).value;
  const id = `tick-${criterion.id}`;
  const draw = () => (
    <tr class="leaf">
      <td>
        <TickBox
          id={id}
          column="learner"
          label={`${unitRef} ${criterion.ref} ${criterion.text}`}
          state={ticked ? 'all' : 'none'}
          onToggle={(on) => draft.tick([criterion.id], on)}
        />
      </td>
      <th scope="row">
        <label class="criterion" for={id}>
          <b>{criterion.ref}</b> <span>{criterion.text}</span>
        </label>
      </th>
      <td>{confirmed && <StandingMark standing="confirmed" label={learnerTexts.picker.confirmed} />}</td>
    </tr>
  );
  return useMemo(draw, [unitRef, criterion, draft, confirmed, ticked]);
}
