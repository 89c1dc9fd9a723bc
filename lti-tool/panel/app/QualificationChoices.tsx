import { useState } from 'preact/hooks';
import type { ReplyOf } from '../../../shared/api/operations.ts';
import type { MeView } from '../../../shared/api/views.ts';
import type { ApiError } from '../../../shared/client/api-client.ts';
import { choosingTexts } from '../../../shared/texts/choosing.ts';
import { ErrorNotice } from '../parts/ErrorNotice.tsx';
import { Icon } from '../parts/Icon.tsx';
import { Skeleton } from '../parts/Skeleton.tsx';
import { asApiError } from './as-api-error.ts';
import { useTools } from './toolbox.ts';
import { useResource } from './use-resource.ts';

type Choice = ReplyOf<'qualificationChoices'>['choices'][number];
const keyOf = ({ number, version }: Choice): string => `${number} ${version}`;

/** The qualifications that the centre has, to pick one for this resource link. */
export function QualificationChoices({ onChosen }: { onChosen: (me: MeView) => void }) {
  const { client } = useTools();
  const words = choosingTexts;
  const { resource, reload } = useResource((signal) => client.call('qualificationChoices', { signal }), []);
  const [picked, setPicked] = useState<Choice | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  if (resource.state === 'failed') return <ErrorNotice error={resource.error} retry={reload} />;
  const choices = resource.value?.choices;
  if (!choices) return <Skeleton lines={4} />;
  if (choices.length === 0) return <NoChoices onReload={reload} />;

  const choose = async () => {
    const chosen = picked ?? (choices.length === 1 ? choices[0] : undefined);
    if (!chosen || busy) return;
    setBusy(true);
    setError(null);
    try {
      const { number, version } = chosen;
      onChosen(await client.call('chooseQualification', { body: { number, version } }));
    } catch (cause) {
      setError(asApiError(cause));
      setBusy(false);
    }
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void choose();
      }}
    >
      <fieldset class="choices">
        <legend class="sr">{words.legend}</legend>
        {choices.map((choice) => (
          <label key={keyOf(choice)}>
            <input
              type="radio"
              name="qualification"
              required
              checked={choices.length === 1 || (picked !== null && keyOf(picked) === keyOf(choice))}
              onChange={() => setPicked(choice)}
            />
            <span>
              <b>{choice.title}</b>
              <small>{words.facts(choice)}</small>
              <small>{choice.unitTitles.join(', ')}</small>
            </span>
          </label>
        ))}
      </fieldset>
      {error && <ErrorNotice error={error} />}
      <div class="actions">
        <button type="submit" class="button primary" disabled={busy}>
          {words.use}
        </button>
      </div>
    </form>
  );
}

function NoChoices({ onReload }: { onReload: () => void }) {
  const words = choosingTexts;
  return (
    <div class="empty">
      <Icon name="file" />
      <h2>{words.noneTitle}</h2>
      <p>{words.none}</p>
      <button type="button" class="button" onClick={onReload}>
        {words.lookAgain}
      </button>
    </div>
  );
}
