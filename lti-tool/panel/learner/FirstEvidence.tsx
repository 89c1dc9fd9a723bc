import { learnerTexts } from '../../../shared/texts/learner.ts';
import { hrefTo } from '../app/router.ts';
import { Icon } from '../parts/Icon.tsx';

/** What a learner sees who has no evidence yet: the way to begin. */
export function FirstEvidence() {
  return (
    <section class="empty">
      <Icon name="learner" />
      <h2>{learnerTexts.first.heading}</h2>
      <p>{learnerTexts.first.intro}</p>
      <a class="button primary" href={hrefTo('evidence', 'new')}>
        {learnerTexts.addEvidence}
      </a>
    </section>
  );
}
