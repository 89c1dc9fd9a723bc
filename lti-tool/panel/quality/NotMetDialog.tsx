import { useState } from 'preact/hooks';
import type { CriterionId } from '../../../shared/domain/ids.ts';
import { qualityTexts } from '../../../shared/texts/quality.ts';
import type { CriterionNames } from '../assessor/review/criterion-names.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { DialogActions } from '../parts/DialogActions.tsx';

type Props = {
  /** What may be said to be not met. */
  readonly ids: readonly CriterionId[];
  readonly names: CriterionNames;
  readonly learner: string;
  /** What was written so far: it outlives the dialog, so that a failure loses no words. */
  readonly reason: string;
  readonly onReason: (reason: string) => void;
  readonly onSay: (ids: readonly CriterionId[]) => Promise<void>;
  readonly onCancel: () => void;
};

/** An assessor agrees with the IQA: asks of what, and what the learner is to read. */
export function NotMetDialog({ ids, names, learner, reason, onReason, onSay, onCancel }: Props) {
  const [chosen, choose] = useState<ReadonlySet<CriterionId>>(new Set(ids));
  const [missing, setMissing] = useState(false);
  const [busy, setBusy] = useState(false);
  const words = qualityTexts.notMet;
  const toggle = (id: CriterionId, on: boolean) =>
    choose(new Set(ids.filter((each) => (each === id ? on : chosen.has(each)))));
  const nameOf = (id: CriterionId) => (
    <>
      <b>{names.get(id)?.ref ?? id}</b> <span>{names.get(id)?.text}</span>
    </>
  );
  const say = async () => {
    if (reason.trim() === '') return setMissing(true);
    setBusy(true);
    await onSay(ids.filter((id) => chosen.has(id)));
  };
  return (
    <Dialog title={words.title} onClose={onCancel}>
      <p>{words.lead(learner)}</p>
      <ul class="not-met">
        {ids.map((id) => (
          <li key={id}>
            {ids.length === 1 ? (
              <p>{nameOf(id)}</p>
            ) : (
              <label>
                <input
                  type="checkbox"
                  checked={chosen.has(id)}
                  onChange={(event) => toggle(id, event.currentTarget.checked)}
                />
                {nameOf(id)}
              </label>
            )}
          </li>
        ))}
      </ul>
      <label class="not-met-reason">
        {words.reason(learner)}
        <textarea
          class="field"
          rows={3}
          value={reason}
          aria-invalid={missing}
          aria-describedby={missing ? 'not-met-missing' : undefined}
          onInput={(event) => {
            onReason(event.currentTarget.value);
            setMissing(false);
          }}
        />
      </label>
      {missing && (
        <small id="not-met-missing" class="refused" role="alert">
          {words.missing}
        </small>
      )}
      <p class="quiet">{words.afterwards}</p>
      <DialogActions
        main={{ label: words.button(chosen.size), run: () => void say(), disabled: busy || chosen.size === 0 }}
        out={{ label: qualityTexts.cancel, run: onCancel }}
      />
    </Dialog>
  );
}
