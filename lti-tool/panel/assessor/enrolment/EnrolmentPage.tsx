import type { QualificationView } from '../../../../shared/api/views.ts';
import type { EnrolmentId } from '../../../../shared/domain/ids.ts';
import type { Role } from '../../../../shared/domain/roles.ts';
import { number } from '../../../../shared/texts/locale.ts';
import { enrolmentTexts, recordTexts } from '../../../../shared/texts/staff.ts';
import { listed } from '../../../../shared/words/counted.ts';
import { Interlude } from '../../app/Interlude.tsx';
import { hrefTo } from '../../app/router.ts';
import { useTools } from '../../app/toolbox.ts';
import { useLive } from '../../app/use-live.ts';
import { useResource } from '../../app/use-resource.ts';
import { ErrorNotice } from '../../parts/ErrorNotice.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { PageHeading } from '../../parts/PageHeading.tsx';
import { RecordSection } from '../../quality/history/RecordSection.tsx';
import { Meter } from '../caseload/Meter.tsx';
import { assesses } from '../staff-places.ts';
import { EvidenceTable } from './EvidenceTable.tsx';
import { gradebookSentence } from './enrolment-words.ts';
import { StandingList } from './StandingList.tsx';

type Props = { readonly role: Role; readonly qualification: QualificationView; readonly enrolmentId: EnrolmentId };

/** One learner, for staff: what counts, what does not and why, and all of their evidence. */
export function EnrolmentPage({ role, qualification, enrolmentId }: Props) {
  const { client, now } = useTools();
  const words = enrolmentTexts;
  const params = { enrolmentId };
  const { resource, reload } = useResource(
    async (signal) => {
      const [enrolment, evidence] = await Promise.all([
        client.call('enrolment', { params, signal }),
        client.call('evidenceOfEnrolment', { params, signal }),
      ]);
      return { enrolment, items: evidence.items };
    },
    [enrolmentId],
  );
  useLive('enrolment', params, reload);
  const loaded = resource.value;
  if (loaded === null)
    return <Interlude title={words.title} error={resource.state === 'failed' ? resource.error : null} retry={reload} />;
  const { enrolment, items } = loaded;
  const { learner, assessors, confirmed, total, counts, unconfirmed } = enrolment;
  const awaiting = counts.awaitingAssessor + counts.awaitingCountersign;
  return (
    <main class="page">
      {resource.state === 'failed' && <ErrorNotice error={resource.error} retry={reload} />}
      <div class="line">
        <PageHeading title={learner.name}>{learner.name}</PageHeading>
        <p class="quiet">
          {assessors.length > 0 ? words.assessedBy(listed(assessors.map((person) => person.name))) : words.nobodyNamed}
        </p>
        {assesses(role) && (
          <a class="button push" href={hrefTo('record', enrolmentId)}>
            <Icon name="plus" /> {recordTexts.button}
          </a>
        )}
      </div>
      <div class="summary">
        <p>
          <b>{number(confirmed)}</b> {words.ofConfirmed(total)}
          {unconfirmed > 0 && (
            <>
              , <span class="count">{number(unconfirmed)}</span> {words.unconfirmed}
            </>
          )}
        </p>
        <Meter confirmed={confirmed} awaiting={awaiting} total={total} />
        <p class="quiet">{gradebookSentence(enrolment, now())}</p>
      </div>
      <section aria-labelledby="evidence-heading">
        <h2 id="evidence-heading">{words.evidence}</h2>
        <EvidenceTable items={items} learner={learner.givenName} now={now()} />
      </section>
      <section aria-labelledby="criteria-heading">
        <h2 id="criteria-heading">{words.criteria}</h2>
        <StandingList qualification={qualification} enrolment={enrolment} now={now()} />
      </section>
      {['iqa', 'eqa', 'manager'].includes(role) && <RecordSection enrolmentId={enrolmentId} />}
    </main>
  );
}
