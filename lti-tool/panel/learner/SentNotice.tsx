import type { EvidenceView, PersonView } from '../../../shared/api/views.ts';
import { learnerTexts } from '../../../shared/texts/learner.ts';
import { hrefTo } from '../app/router.ts';
import { Icon } from '../parts/Icon.tsx';

type Props = { readonly evidence: EvidenceView; readonly assessors: readonly PersonView[] };

/** The item is on its way: what happens next, and that nothing counts yet. */
export function SentNotice({ evidence, assessors: [first, ...others] }: Props) {
  const words = learnerTexts.item;
  const who = first && others.length === 0 ? first.name : learnerTexts.nobodyNamed;
  return (
    <div class="notice done" role="status">
      <Icon name="learner" />
      <p>
        <b>{words.sent}</b> {words.willCount(evidence.unconfirmed, who)}
      </p>
      <a class="button" href={hrefTo()}>
        {words.backToProgress}
      </a>
    </div>
  );
}
