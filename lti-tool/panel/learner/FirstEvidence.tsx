import { hrefTo } from '../app/router.ts';
import { Icon } from '../parts/Icon.tsx';
import { texts } from '../texts/texts.ts';

/** What a learner sees who has no evidence yet: the way to begin. */
export function FirstEvidence() {
  return (
    <section class="empty">
      <Icon name="learner" />
      <h2>{texts.learner.first.heading}</h2>
      <p>{texts.learner.first.intro}</p>
      <a class="button primary" href={hrefTo('evidence', 'new')}>
        {texts.learner.addEvidence}
      </a>
    </section>
  );
}
