import type { EvidenceView, PersonView } from '../../../shared/api/views.ts';
import { hrefTo } from '../app/router.ts';
import { criteriaCount } from '../parts/counting.ts';
import { Icon } from '../parts/Icon.tsx';

type Props = { readonly evidence: EvidenceView; readonly assessors: readonly PersonView[] };

/** The item is on its way: what happens next, and that nothing counts yet. */
export function SentNotice({ evidence, assessors: [first, ...others] }: Props) {
  const who = first && others.length === 0 ? first.name : 'a qualified assessor';
  return (
    <div class="notice done" role="status">
      <Icon name="learner" />
      <p>
        <b>Sent.</b> {criteriaCount(evidence.unconfirmed)} will count once {who} confirms{' '}
        {evidence.unconfirmed === 1 ? 'it' : 'them'}.
      </p>
      <a class="button" href={hrefTo()}>
        Back to my progress
      </a>
    </div>
  );
}
