import { hrefTo } from '../app/router.ts';
import { Icon } from '../parts/Icon.tsx';

/** What a learner sees who has no evidence yet: the way to begin. */
export function FirstEvidence() {
  return (
    <section class="empty">
      <Icon name="learner" />
      <h2>Add your first piece of evidence</h2>
      <p>A photo, a form, an email: anything that shows what you did at work. Then tick what it proves.</p>
      <a class="button primary" href={hrefTo('evidence', 'new')}>
        Add evidence
      </a>
    </section>
  );
}
