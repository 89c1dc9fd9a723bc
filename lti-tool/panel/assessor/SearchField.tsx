import { Icon } from '../parts/Icon.tsx';

type Props = { readonly label: string; readonly value: string; readonly onInput: (text: string) => void };

/** A search field; its label is also its placeholder. */
export function SearchField({ label, value, onInput }: Props) {
  return (
    <label class="search">
      <Icon name="search" />
      <span class="sr">{label}</span>
      <input type="search" placeholder={label} value={value} onInput={(event) => onInput(event.currentTarget.value)} />
    </label>
  );
}
