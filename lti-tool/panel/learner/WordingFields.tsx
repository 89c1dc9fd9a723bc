import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { type Method, methods } from '../../../shared/domain/evidence.ts';
import { learnerTexts } from '../../../shared/texts/learner.ts';
import { methodNames } from '../parts/method-names.ts';
import type { EvidenceDraft } from './evidence-draft.ts';
import type { Missing } from './missing.ts';

type Props = {
  readonly draft: EvidenceDraft;
  readonly missing: Missing;
  /** Files and links stand between title and narrative. */
  readonly children: ComponentChildren;
};

/** Title, narrative and kind of evidence. */
export function WordingFields({ draft, missing, children }: Props) {
  const { title, method, narrative } = draft.wording.value;
  const titleField = useRef<HTMLInputElement>(null);
  const untitled = missing === 'title' && title.trim() === '';
  useEffect(() => {
    if (untitled) titleField.current?.focus();
  }, [untitled]);
  const words = learnerTexts.editor;
  return (
    <>
      <label>
        <b>{words.title}</b>
        <input
          ref={titleField}
          class="field"
          name="title"
          value={title}
          maxLength={200}
          autocomplete="off"
          required
          placeholder={words.titleExample}
          aria-invalid={untitled}
          {...(untitled ? { 'aria-describedby': 'title-missing' } : {})}
          onInput={(event) => draft.write({ title: event.currentTarget.value })}
        />
        {untitled && (
          <span id="title-missing" class="missing">
            {words.titleMissing}
          </span>
        )}
      </label>
      {children}
      <label>
        <b>{words.narrative}</b>
        <textarea
          class="field"
          name="narrative"
          rows={5}
          maxLength={50_000}
          value={narrative}
          onInput={(event) => draft.write({ narrative: event.currentTarget.value })}
        />
      </label>
      <label>
        <b>{words.method}</b>
        <select
          class="field"
          name="method"
          value={method}
          onChange={(event) => draft.write({ method: event.currentTarget.value as Method })}
        >
          {methods.map((one) => (
            <option key={one} value={one}>
              {methodNames()[one]}
            </option>
          ))}
        </select>
      </label>
    </>
  );
}
