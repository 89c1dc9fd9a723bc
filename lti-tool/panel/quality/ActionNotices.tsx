import { useState } from 'preact/hooks';
import type { EvidenceView } from '../../../shared/api/views.ts';
import type { CriterionId } from '../../../shared/domain/ids.ts';
import { qualityTexts } from '../../../shared/texts/quality.ts';
import { listed } from '../../../shared/words/counted.ts';
import { useTools } from '../app/toolbox.ts';
import type { CriterionNames } from '../assessor/review/criterion-names.ts';
import { shortDate } from '../parts/dates.ts';
import { Icon } from '../parts/Icon.tsx';
import { NotMetDialog } from './NotMetDialog.tsx';

type Props = {
  readonly evidence: Pick<EvidenceView, 'samples' | 'may' | 'status' | 'learner'>;
  readonly names: CriterionNames;
  readonly onNotMet: (ids: readonly CriterionId[], reason: string) => Promise<void>;
};

/** In a review: every action of the IQA that is still open, and what to do about it. Gone once all of it is answered. */
export function ActionNotices({ evidence, names, onNotMet }: Props) {
  return (
    <>
      {evidence.samples
        .filter(({ open }) => open.length > 0)
        .map((sample) => (
          <ActionNotice key={sample.at} sample={sample} {...{ evidence, names, onNotMet }} />
        ))}
    </>
  );
}

function ActionNotice({ sample, evidence, names, onNotMet }: Props & { sample: EvidenceView['samples'][number] }) {
  const now = useTools().now();
  const [asking, ask] = useState(false);
  const [reason, setReason] = useState('');
  const words = qualityTexts;
  const { byName, at, feedback, open } = sample;
  const { givenName } = evidence.learner;
  const refs = listed(open.map((id) => names.get(id)?.ref ?? id));
  const notMet = open.filter((id) => evidence.may.notMet.includes(id));
  const nextStep = () => {
    if (evidence.may.tick !== 'assessor') return words.doLearn(refs);
    return words.doConfirm(refs, open.length, evidence.status === 'assessed');
  };
  return (
    <section class="action-notice" aria-label={words.asksFor(byName, refs, shortDate(at, now))}>
      <p>
        <span data-standing="reopened">
          <Icon name="reopened" />
        </span>{' '}
        <b>{words.asksFor(byName, refs, shortDate(at, now))}</b>
      </p>
      <blockquote class="said">{feedback}</blockquote>
      <p class="quiet">{nextStep()}</p>
      {notMet.length > 0 && (
        <button type="button" class="button" aria-haspopup="dialog" onClick={() => ask(true)}>
          {words.notMet.open}
        </button>
      )}
      {asking && (
        <NotMetDialog
          ids={notMet}
          names={names}
          learner={givenName}
          reason={reason}
          onReason={setReason}
          onSay={(ids) => onNotMet(ids, reason.trim()).finally(() => ask(false))}
          onCancel={() => ask(false)}
        />
      )}
    </section>
  );
}
