import type { ComponentChildren } from 'preact';
import { type Criterion, tickState } from '../../../shared/domain/qualification.ts';
import { TickBox } from '../parts/TickBox.tsx';
import type { EvidenceDraft } from './evidence-draft.ts';

type Props = {
  readonly kind: 'unit' | 'outcome';
  readonly criteria: readonly Criterion[];
  readonly draft: EvidenceDraft;
  readonly label: string;
  readonly children: ComponentChildren;
};

/** A unit or an outcome: its box ticks all criteria below it (R5), and is half-ticked where some are. */
export function PickGroup({ kind, criteria, draft, label, children }: Props) {
  const state = tickState(criteria, draft.ticked.value);
  return (
    <tr class={kind}>
      <td>
        <TickBox
          column="learner"
          label={label}
          state={state}
          onToggle={(on) =>
            draft.tick(
              criteria.map((criterion) => criterion.id),
              on,
            )
          }
        />
      </td>
      <th scope="rowgroup" colSpan={2}>
        {children}
      </th>
    </tr>
  );
}
