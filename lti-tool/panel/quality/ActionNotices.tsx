import type { EvidenceView } from '../../../shared/api/views.ts';
import type { CriterionId } from '../../../shared/domain/ids.ts';
import { useTools } from '../app/toolbox.ts';
import { listed } from '../assessor/listed.ts';
import { shortDate } from '../parts/dates.ts';
import { Icon } from '../parts/Icon.tsx';
import { texts } from '../texts/texts.ts';

type Props = {
  readonly evidence: Pick<EvidenceView, 'samples' | 'may'>;
  readonly refOf: (id: CriterionId) => string;
};

/** In a review: every action of the IQA that is still open, and what to do about it. Gone once all is confirmed again. */
export function ActionNotices({ evidence, refOf }: Props) {
  const now = useTools().now();
  const words = texts.quality;
  return (
    <>
      {evidence.samples
        .filter(({ open }) => open.length > 0)
        .map(({ byName, at, feedback, open }) => {
          const refs = listed(open.map(refOf));
          return (
            <section class="action-notice" key={at} aria-label={words.asksFor(byName, refs, shortDate(at, now))}>
              <p>
                <span data-standing="reopened">
                  <Icon name="reopened" />
                </span>{' '}
                <b>{words.asksFor(byName, refs, shortDate(at, now))}</b>
              </p>
              <blockquote class="said">{feedback}</blockquote>
              <p class="quiet">
                {evidence.may.tick === 'assessor' ? words.doConfirm(refs, open.length === 1) : words.doLearn(refs)}
              </p>
            </section>
          );
        })}
    </>
  );
}
