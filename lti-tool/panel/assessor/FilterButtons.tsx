import { number } from '../../../shared/texts/locale.ts';
import { Icon, type IconName } from '../parts/Icon.tsx';

export type FilterButton<Key extends string> = {
  readonly key: Key;
  readonly label: string;
  readonly count?: number;
  readonly icon?: IconName;
};

type Props<Key extends string> = {
  readonly label: string;
  readonly filters: readonly FilterButton<Key>[];
  readonly current: Key;
  readonly onChoose: (key: Key) => void;
};

/** A row of filters of which exactly one is on. */
export function FilterButtons<Key extends string>({ label, filters, current, onChoose }: Props<Key>) {
  return (
    <fieldset class="filters" aria-label={label}>
      {filters.map(({ key, label: name, count, icon }) => (
        <button key={key} type="button" aria-pressed={key === current} onClick={() => onChoose(key)}>
          {icon && <Icon name={icon} />}
          {name}
          {count !== undefined && <b>{number(count)}</b>}
        </button>
      ))}
    </fieldset>
  );
}
