import { useState } from 'preact/hooks';
import type { EnrolmentId } from '../../../../shared/domain/ids.ts';
import { enrolmentTexts } from '../../../../shared/texts/staff.ts';
import { LazyPart } from '../../app/LazyPart.tsx';
import { styled } from '../../app/sheets.ts';
import { Icon } from '../../parts/Icon.tsx';

const loadRecord = () => styled(import('./EnrolmentRecord.tsx'), 'quality').then((module) => module.EnrolmentRecord);

/** The record of a learner's qualification, read and checked when it is asked for: it can be long. */
export function RecordSection({ enrolmentId }: { enrolmentId: EnrolmentId }) {
  const [shown, show] = useState(false);
  const words = enrolmentTexts;
  return (
    <section aria-labelledby="record-heading">
      <h2 id="record-heading">{words.record}</h2>
      {shown ? (
        <LazyPart load={loadRecord} props={{ enrolmentId }} />
      ) : (
        <button type="button" class="button" onClick={() => show(true)}>
          <Icon name="clock" /> {words.showRecord}
        </button>
      )}
    </section>
  );
}
