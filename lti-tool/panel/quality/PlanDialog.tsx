import { useState } from 'preact/hooks';
import type { SamplingView } from '../../../shared/api/quality-views.ts';
import type { QualificationView } from '../../../shared/api/views.ts';
import type { ApiError } from '../../../shared/client/api-client.ts';
import { methods } from '../../../shared/domain/evidence.ts';
import { qualityTexts } from '../../../shared/texts/quality.ts';
import { asApiError } from '../app/as-api-error.ts';
import { useTools } from '../app/toolbox.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { DialogActions } from '../parts/DialogActions.tsx';
import { methodNames } from '../parts/method-names.ts';
import { Trouble } from '../parts/Trouble.tsx';
import { filledCount, type PlanForm, planForm, planOf } from './plan-form.ts';

type Props = {
  readonly qualification: QualificationView;
  readonly sampling: SamplingView;
  readonly onClose: () => void;
  readonly onSaved: (fresh: SamplingView) => void;
};

/** The form of the plan. What could not be saved stays as it was typed. */
export function PlanDialog({ qualification, sampling, onClose, onSaved }: Props) {
  const { client } = useTools();
  const words = qualityTexts;
  const [form, setForm] = useState(() => planForm(sampling.plan));
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const save = async () => {
    setBusy(true);
    setError(null);
    try {
      onSaved(await client.call('changeSamplingPlan', { body: { version: sampling.version, plan: planOf(form) } }));
    } catch (cause) {
      setError(asApiError(cause));
      setBusy(false);
    }
  };
  const group = (
    key: 'assessors' | 'methods' | 'units',
    title: string,
    rows: ReadonlyArray<readonly [string, string]>,
  ) => (
    <PercentGroup
      title={title}
      rows={rows}
      fields={form[key]}
      usual={form.percent}
      onField={(id, text) => setForm((now) => ({ ...now, [key]: { ...now[key], [id]: text } }))}
    />
  );
  const number = (
    key: keyof PlanForm & ('percent' | 'months' | 'confirmations'),
    label: string,
    min: number,
    max: number,
  ) => (
    <label class="number">
      <span>{label}</span>
      <input
        class="field"
        type="number"
        inputMode="numeric"
        required
        {...{ min, max, step: 1, value: form[key] }}
        onInput={(event) => setForm({ ...form, [key]: event.currentTarget.value })}
      />
    </label>
  );
  return (
    <Dialog title={words.planDialog} onClose={onClose}>
      <form
        class="plan-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) void save();
        }}
      >
        {number('percent', `${words.percentUsual}, %`, 0, 100)}
        <p class="quiet">{words.usualHint}</p>
        {sampling.people.length > 0 &&
          group(
            'assessors',
            words.byPerson,
            sampling.people.map(({ id, name }) => [id, name] as const),
          )}
        {group(
          'methods',
          words.byMethod,
          methods.map((method) => [method, methodNames()[method]] as const),
        )}
        {group(
          'units',
          words.byUnit,
          qualification.units.map(({ ref, title }) => [ref, `${ref} ${title}`] as const),
        )}
        <fieldset>
          <legend>{words.newLegend}</legend>
          <p class="quiet">{words.newHint}</p>
          {number('months', words.months, 1, 60)}
          {number('confirmations', words.fewer, 1, 1000)}
        </fieldset>
        {error && <Trouble error={error} />}
        <DialogActions main={{ label: words.save, disabled: busy }} out={{ label: words.cancel, run: onClose }} />
      </form>
    </Dialog>
  );
}

type GroupProps = {
  readonly title: string;
  readonly rows: ReadonlyArray<readonly [id: string, name: string]>;
  readonly fields: Readonly<Record<string, string>>;
  /** The percentage of fields that are empty. */
  readonly usual: string;
  readonly onField: (id: string, text: string) => void;
};

/** Percentages of one kind, folded away while none is set. */
function PercentGroup({ title, rows, fields, usual, onField }: GroupProps) {
  const count = filledCount(fields);
  const [open] = useState(count > 0);
  return (
    <details open={open}>
      <summary>
        {title} <small>{qualityTexts.named(count)}</small>
      </summary>
      {rows.map(([id, name]) => (
        <label class="number" key={id}>
          <span>{name}</span>
          <input
            class="field"
            type="number"
            inputMode="numeric"
            aria-label={qualityTexts.percentLabel(name)}
            placeholder={usual}
            {...{ min: 0, max: 100, step: 1, value: fields[id] ?? '' }}
            onInput={(event) => onField(id, event.currentTarget.value)}
          />
        </label>
      ))}
    </details>
  );
}
