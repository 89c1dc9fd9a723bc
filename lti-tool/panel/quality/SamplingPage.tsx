import { useCallback, useEffect, useState } from 'preact/hooks';
import type { SamplingView } from '../../../shared/api/quality-views.ts';
import type { QualificationView } from '../../../shared/api/views.ts';
import type { ApiError } from '../../../shared/client/api-client.ts';
import { qualityTexts } from '../../../shared/texts/quality.ts';
import { Interlude } from '../app/Interlude.tsx';
import { useTools } from '../app/toolbox.ts';
import { useResource } from '../app/use-resource.ts';
import { saveFile } from '../matrix/save-file.ts';
import { shortDate } from '../parts/dates.ts';
import { ErrorNotice } from '../parts/ErrorNotice.tsx';
import { Icon } from '../parts/Icon.tsx';
import { PageHeading } from '../parts/PageHeading.tsx';
import { Toast } from '../parts/Toast.tsx';
import { PickTable } from './PickTable.tsx';
import { PlanDialog } from './PlanDialog.tsx';
import { PlanTable } from './PlanTable.tsx';
import { ReportTable } from './ReportTable.tsx';
import { samplingCsv } from './sampling-csv.ts';

type Props = {
  readonly qualification: QualificationView;
  readonly said: string | null;
  readonly say: (message: string | null) => void;
};

/** The sampling plan, how far it is met, what it picks next, and what the samples found. */
export function SamplingPage({ qualification, said, say }: Props) {
  const { client } = useTools();
  const { resource, reload, set } = useResource((signal) => client.call('sampling', { signal }), []);
  useEffect(() => {
    const refresh = () => document.visibilityState === 'visible' && reload();
    document.addEventListener('visibilitychange', refresh);
    return () => document.removeEventListener('visibilitychange', refresh);
  }, [reload]);
  const error = resource.state === 'failed' ? resource.error : null;
  if (resource.value === null) return <Interlude title={qualityTexts.title} error={error} retry={reload} />;
  return (
    <Sampling
      qualification={qualification}
      sampling={resource.value}
      error={error}
      reload={reload}
      set={set}
      said={said}
      say={say}
    />
  );
}

type SamplingProps = Props & {
  readonly sampling: SamplingView;
  readonly error: ApiError | null;
  readonly reload: () => void;
  readonly set: (sampling: SamplingView) => void;
};

function Sampling({ qualification, sampling, error, reload, set, said, say }: SamplingProps) {
  const now = useTools().now();
  const [editing, edit] = useState(false);
  const close = useCallback(() => edit(false), []);
  const words = qualityTexts;
  const { plan, changed, maySample, assessors } = sampling;
  const active = assessors.filter((each) => each.confirmations > 0);
  const named = plan.assessors.length + plan.methods.length + plan.units.length;
  return (
    <main class="page sampling">
      {error && <ErrorNotice error={error} retry={reload} />}
      <div class="line">
        <PageHeading title={words.title}>{words.title}</PageHeading>
        <p class="quiet" role="status">
          {words.met(active.filter((each) => each.outstanding === 0).length, active.length)}
        </p>
        <span class="line push">
          {maySample && (
            <button type="button" class="button" aria-haspopup="dialog" onClick={() => edit(true)}>
              {words.editPlan}
            </button>
          )}
          <button
            type="button"
            class="button"
            disabled={assessors.length === 0}
            onClick={() => saveFile(words.csvFile, samplingCsv(sampling), 'text/csv;charset=utf-8')}
          >
            <Icon name="file" /> {words.csv}
          </button>
        </span>
      </div>
      <p class="quiet">
        {words.planInWords(plan.percent, named, plan.newAssessor.months, plan.newAssessor.confirmations)}{' '}
        {changed === null ? words.planUsual : words.planChanged(changed.byName, shortDate(changed.at, now))}{' '}
        {!maySample && words.readOnly}
      </p>
      <Toast message={said} onDismiss={() => say(null)} />
      {active.length === 0 ? (
        <div class="empty">
          <Icon name="clock" />
          <h2>{words.noAssessorsTitle}</h2>
          <p>{words.noAssessors}</p>
        </div>
      ) : (
        <>
          <PlanTable assessors={active} now={now} />
          <PickTable picks={sampling.picks} maySample={maySample} now={now} />
          <ReportTable assessors={assessors} />
        </>
      )}
      {editing && (
        <PlanDialog
          qualification={qualification}
          sampling={sampling}
          onClose={close}
          onSaved={(fresh) => {
            set(fresh);
            say(words.planSaved);
            close();
          }}
        />
      )}
    </main>
  );
}
