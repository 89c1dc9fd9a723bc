import { useMemo, useRef, useState } from 'preact/hooks';
import type { SampledView, SamplingReviewView } from '../../../shared/api/quality-views.ts';
import type { MeView, QualificationView } from '../../../shared/api/views.ts';
import type { ApiError } from '../../../shared/client/api-client.ts';
import { partsTexts } from '../../../shared/texts/parts.ts';
import { qualityTexts } from '../../../shared/texts/quality.ts';
import { listed } from '../../../shared/words/counted.ts';
import { asApiError } from '../app/as-api-error.ts';
import { hrefTo } from '../app/router.ts';
import { useTools } from '../app/toolbox.ts';
import { criterionNames } from '../assessor/review/criterion-names.ts';
import { EvidencePane } from '../assessor/review/EvidencePane.tsx';
import { splitCriteria } from '../assessor/review/review-rows.ts';
import { useLeaveGuard } from '../learner/use-leave-guard.ts';
import { Icon } from '../parts/Icon.tsx';
import { LeaveDialog } from '../parts/LeaveDialog.tsx';
import { PageHeading } from '../parts/PageHeading.tsx';
import { ScrollRegion } from '../parts/ScrollRegion.tsx';
import { Toast } from '../parts/Toast.tsx';
import { Trouble } from '../parts/Trouble.tsx';
import { ActionDialog } from './ActionDialog.tsx';
import { SampleBar } from './SampleBar.tsx';
import { SampleTable } from './SampleTable.tsx';
import { actionsOf, countOf, firstChoices, type SampleChoice, type SampleChoices, wishesOf } from './sample-choices.ts';

type Props = {
  readonly me: MeView;
  readonly qualification: QualificationView;
  readonly review: SamplingReviewView;
  readonly onRecorded: (message: string) => void;
  /** A newer state of the item, after a sample that differed from what was shown. */
  readonly onFresh: (review: SamplingReviewView) => void;
};

/** Where a sample is made: nothing is recorded before the button is pressed. */
export function SampleDesk({ me, qualification, review, onRecorded, onFresh }: Props) {
  const { client, now } = useTools();
  const words = qualityTexts;
  const { evidence, confirmations } = review;
  const [choices, setChoices] = useState<SampleChoices>(() => firstChoices(review));
  const [feedback, setFeedback] = useState('');
  const [missing, setMissing] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const [told, tell] = useState<string | null>(null);
  const [asking, ask] = useState(false);
  const pane = useRef<HTMLElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const split = useMemo(() => splitCriteria(qualification, evidence), [qualification, evidence]);
  const plainUnit = split.unitRefs.length === 1 ? split.unitRefs[0] : undefined;
  const names = useMemo(() => criterionNames(qualification, plainUnit), [qualification, plainUnit]);

  /** Recorded, all of it: then nothing is lost by going. */
  const done = useRef(false);
  const unrecorded = useRef(false);
  unrecorded.current = feedback.trim() !== '' || countOf(choices, 'actionRequired') > 0;
  const [leave, setLeave] = useState<(() => void) | null>(null);
  useLeaveGuard(
    () => unrecorded.current && !done.current,
    (go) => setLeave(() => go),
  );

  const sentence = ({ accepted, actionRequired, differed }: SampledView): string => {
    const done = accepted + actionRequired > 0;
    return [
      done ? words.recorded(evidence.learner.name, accepted, actionRequired) : words.nothingRecorded,
      ...differed.map((each) => words.differs(names.get(each.criterionId)?.ref ?? each.criterionId, each.now)),
    ].join(' ');
  };
  const record = async () => {
    setBusy(true);
    setError(null);
    try {
      const reply = await client.call('sampleEvidence', {
        params: { evidenceId: evidence.id },
        body: { confirmations: wishesOf(choices, confirmations), feedback: feedback.trim() },
      });
      ask(false);
      if (reply.differed.length === 0) {
        done.current = true;
        return onRecorded(sentence(reply));
      }
      tell(sentence(reply));
      onFresh(reply.review);
      setChoices(firstChoices(reply.review));
      if (reply.accepted + reply.actionRequired > 0) setFeedback('');
    } catch (cause) {
      setError(asApiError(cause));
      ask(false);
    }
    setBusy(false);
  };
  const actions = actionsOf(choices, confirmations);
  const submit = () => {
    if (actions.length > 0 && feedback.trim() === '') {
      setMissing(true);
      field.current?.focus();
      return;
    }
    if (actions.length > 0) ask(true);
    else void record();
  };
  const choose = (ids: readonly (typeof confirmations)[number]['criterionId'][], choice: SampleChoice) =>
    setChoices((before) => new Map([...before].map(([id, was]) => [id, ids.includes(id) ? choice : was])));
  const assessors = listed((actions.length > 0 ? actions : confirmations).map((each) => each.assessor.name));
  return (
    <main class="review sampling-desk">
      <header class="topbar">
        <a class="back" href={hrefTo('sampling')}>
          <Icon name="back" /> <span class="wider">{words.back}</span>
          <span class="sr">{words.backTo}</span>
        </a>
        <PageHeading title={words.sampleTitle(evidence.learner.name)}>
          <a href={hrefTo('enrolment', evidence.enrolmentId)}>{evidence.learner.name}</a>{' '}
          <small class="wider">{evidence.title}</small>
        </PageHeading>
        <span class="wide push quiet">{me.person.name}</span>
      </header>
      <EvidencePane evidence={evidence} now={now()} />
      <ScrollRegion class="pane" label={words.criteriaToSample} region={pane}>
        <SampleTable
          qualification={qualification}
          review={review}
          split={split}
          choices={choices}
          onChoose={choose}
          now={now()}
        />
      </ScrollRegion>
      <div class="below">
        {error && <Trouble error={error} action={{ label: partsTexts.tryAgain, run: submit }} />}
        <Toast message={told} onDismiss={() => tell(null)} />
        <SampleBar
          review={review}
          field={field}
          feedback={feedback}
          onFeedback={(text) => {
            setFeedback(text);
            setMissing(false);
          }}
          missing={missing}
          assessors={assessors}
          accepted={countOf(choices, 'accepted')}
          actions={actions.length}
          busy={busy}
          onRecord={submit}
        />
      </div>
      {leave && (
        <LeaveDialog words={qualityTexts.leave} onStay={() => setLeave(null)} onLeave={leave}>
          <p>{qualityTexts.leave.lost}</p>
        </LeaveDialog>
      )}
      {asking && (
        <ActionDialog
          review={review}
          actions={actions}
          accepted={countOf(choices, 'accepted')}
          feedback={feedback}
          names={names}
          busy={busy}
          onConfirm={record}
          onCancel={() => ask(false)}
          home={() => pane.current}
        />
      )}
    </main>
  );
}
