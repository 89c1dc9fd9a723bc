import { Icon } from '../parts/Icon.tsx';

/** The cross at the end of a row. */
export function RemoveButton({ label, onRemove }: { label: string; onRemove: () => void }) {
  return (
    <button type="button" class="button bare" aria-label={label} onClick={onRemove}>
      <Icon name="close" />
    </button>
  );
}
