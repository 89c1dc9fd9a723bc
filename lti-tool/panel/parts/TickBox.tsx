import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Column } from '../../../shared/domain/evidence.ts';

type Props = {
  readonly column: Column;
  readonly label: string;
  /** For a label element elsewhere in the row. */
  readonly id?: string;
  readonly state: 'none' | 'some' | 'all';
  readonly disabled?: boolean;
  readonly onToggle: (on: boolean) => void;
};

/** A real checkbox in one's own column; the shape says whose column it is. Half-ticked where some below are ticked. */
export function TickBox({ column, label, id, state, disabled = false, onToggle }: Props) {
  const box = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    if (box.current) box.current.indeterminate = state === 'some';
  }, [state]);
  return (
    <input
      ref={box}
      type="checkbox"
      class={`tick of-${column}`}
      aria-label={label}
      {...(id ? { id } : {})}
      checked={state === 'all'}
      disabled={disabled}
      onChange={() => onToggle(state !== 'all')}
    />
  );
}
