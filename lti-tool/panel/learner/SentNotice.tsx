import type { EvidenceView, PersonView } from '../../../shared/api/views.ts';
import { hrefTo } from '../app/router.ts';
import { criteriaCount } from '../parts/counting.ts';
import { Icon } from '../parts/Icon.tsx';
import { texts } from '../texts/texts.ts';

type Props = { readonly evidence: EvidenceView; readonly assessors: readonly PersonView[] };

/** The item is on its way: what happens next, and that nothing counts yet. */
export function SentNotice({ evidence, assessors: [first, ...others] }: Props) {
  const words = texts.learner.item;
  const who = first && others.length === 0 ? first.name : texts.learner.nobodyNamed;
  return (
    <div class="notice done" role="status">
      <Icon name="learner" />
      <p>
        <b>{words.sent}</b> {words.willCount(criteriaCount(evidence.unconfirmed), evidence.unconfirmed === 1, who)}
      </p>
      <a class="button" href={hrefTo()}>
        {words.backToProgress}
      </a>
    </div>
  );
}
