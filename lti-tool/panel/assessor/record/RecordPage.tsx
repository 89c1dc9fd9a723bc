import { useEffect, useRef, useState } from 'preact/hooks';
import { recordedMethods } from '../../../../shared/domain/evidence.ts';
import type { EnrolmentId } from '../../../../shared/domain/ids.ts';
import { recordTexts } from '../../../../shared/texts/staff.ts';
import { Interlude } from '../../app/Interlude.tsx';
import { goTo, hrefTo } from '../../app/router.ts';
import { useTools } from '../../app/toolbox.ts';
import { useResource } from '../../app/use-resource.ts';
import { UploadItem } from '../../files/UploadItem.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { methodNames } from '../../parts/method-names.ts';
import { PageHeading } from '../../parts/PageHeading.tsx';
import { Trouble } from '../../parts/Trouble.tsx';
import { useRecord } from './use-record.ts';

/** An assessor writes down what they saw, heard or asked, on a learner's behalf; the criteria come next. */
export function RecordPage({ enrolmentId }: { enrolmentId: EnrolmentId }) {
  const { client } = useTools();
  const words = recordTexts;
  const { resource, reload } = useResource(
    (signal) => client.call('enrolment', { params: { enrolmentId }, signal }),
    [enrolmentId],
  );
  const record = useRecord(enrolmentId, (id) => goTo('evidence', id));
  const [missing, setMissing] = useState(false);
  const title = useRef<HTMLInputElement>(null);
  const picker = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (missing) title.current?.focus();
  }, [missing]);
  if (resource.value === null)
    return <Interlude title={words.title} error={resource.state === 'failed' ? resource.error : null} retry={reload} />;
  const { learner } = resource.value;
  const { wording, write, uploads, error, busy } = record;
  const save = () => {
    if (wording.title.trim() === '') return setMissing(true);
    void record.save();
  };
  return (
    <main class="page record">
      <PageHeading title={words.title}>{words.heading(learner.name)}</PageHeading>
      <p class="quiet">{words.intro(learner.givenName)}</p>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <fieldset class="filters">
          <legend>{words.method}</legend>
          {recordedMethods.map((method) => (
            <label key={method}>
              <input
                type="radio"
                name="method"
                checked={wording.method === method}
                onChange={() => write({ method })}
              />{' '}
              {methodNames()[method]}
            </label>
          ))}
        </fieldset>
        <label>
          <b>{words.titleField}</b>
          <input
            ref={title}
            class="field"
            name="title"
            maxLength={200}
            autocomplete="off"
            value={wording.title}
            aria-invalid={missing}
            {...(missing ? { 'aria-describedby': 'title-missing' } : {})}
            onInput={(event) => {
              setMissing(false);
              write({ title: event.currentTarget.value });
            }}
          />
          {missing && (
            <span id="title-missing" class="missing" role="alert">
              {words.titleMissing}
            </span>
          )}
        </label>
        <label>
          <b>{words.words}</b>
          <textarea
            class="field"
            name="narrative"
            rows={6}
            maxLength={50_000}
            value={wording.narrative}
            onInput={(event) => write({ narrative: event.currentTarget.value })}
          />
        </label>
        <ul class="files">
          {record.waiting.map((file) => (
            <li key={`${file.name} ${file.size}`}>
              <Icon name="file" />
              <span>{file.name}</span>
            </li>
          ))}
          {uploads.rows.value.map((row) => (
            <UploadItem key={row.key} row={row} uploads={uploads} onCancel={() => {}} />
          ))}
        </ul>
        {error && <Trouble error={error} />}
        <div class="actions">
          <button type="submit" class="button primary" disabled={busy}>
            {words.save}
          </button>
          <input
            ref={picker}
            type="file"
            multiple
            hidden
            onChange={(event) => {
              record.add([...(event.currentTarget.files ?? [])]);
              event.currentTarget.value = '';
            }}
          />
          <button type="button" class="button" disabled={busy} onClick={() => picker.current?.click()}>
            <Icon name="plus" /> {words.addFiles}
          </button>
          <a class="button bare" href={hrefTo('enrolment', enrolmentId)}>
            {words.cancel}
          </a>
        </div>
      </form>
    </main>
  );
}
