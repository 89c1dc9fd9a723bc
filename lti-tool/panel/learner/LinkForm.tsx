import { useEffect, useRef, useState } from 'preact/hooks';
import type { LinkView } from '../../../shared/api/views.ts';
import { learnerTexts } from '../../../shared/texts/learner.ts';
import { typedLink } from './typed-link.ts';

type Props = { readonly onAdd: (link: LinkView) => void; readonly onClose: () => void };

/** Two fields for a link, in place of the buttons. Enter adds, Escape closes. */
export function LinkForm({ onAdd, onClose }: Props) {
  const [address, setAddress] = useState('');
  const [title, setTitle] = useState('');
  const [wrong, setWrong] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const add = () => {
    const link = typedLink(address, title);
    setWrong(link === null);
    if (link === null) {
      field.current?.focus();
      return;
    }
    onAdd(link);
    onClose();
  };
  const words = learnerTexts.link;
  return (
    <fieldset
      class="link-form"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
        if (event.key === 'Enter' && event.target instanceof HTMLInputElement) {
          event.preventDefault();
          add();
        }
      }}
    >
      <legend class="sr">{words.legend}</legend>
      <label>
        <b>{words.address}</b>
        <input
          ref={field}
          class="field"
          type="url"
          inputMode="url"
          placeholder={words.addressExample}
          value={address}
          maxLength={2000}
          aria-invalid={wrong}
          {...(wrong ? { 'aria-describedby': 'link-wrong' } : {})}
          onInput={(event) => setAddress(event.currentTarget.value)}
        />
        {wrong && (
          <span id="link-wrong" class="missing">
            {words.wrong}
          </span>
        )}
      </label>
      <label>
        <b>{words.title}</b> <small>{words.ifYouLike}</small>
        <input class="field" value={title} maxLength={200} onInput={(event) => setTitle(event.currentTarget.value)} />
      </label>
      <div class="line">
        <button type="button" class="button" onClick={add}>
          {words.add}
        </button>
        <button type="button" class="button bare" onClick={onClose}>
          {words.cancel}
        </button>
      </div>
    </fieldset>
  );
}
