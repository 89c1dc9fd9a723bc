import type { EvidenceSummary } from '../../../shared/api/views.ts';
import { learnerTexts } from '../../../shared/texts/learner.ts';
import { hrefTo } from '../app/router.ts';
import { Icon } from '../parts/Icon.tsx';
import { PageHeading } from '../parts/PageHeading.tsx';
import { EvidenceItems } from './EvidenceItems.tsx';
import { FirstEvidence } from './FirstEvidence.tsx';

/** My evidence: all of it, the newest first as the tool sends it. */
export function EvidenceListPlace({ items }: { items: readonly EvidenceSummary[] }) {
  return (
    <main class="page">
      <div class="line">
        <PageHeading title={learnerTexts.list.title}>{learnerTexts.list.title}</PageHeading>
        {items.length > 0 && (
          <a class="button primary push" href={hrefTo('evidence', 'new')}>
            <Icon name="plus" /> {learnerTexts.addEvidence}
          </a>
        )}
      </div>
      {items.length === 0 ? <FirstEvidence /> : <EvidenceItems items={items} />}
    </main>
  );
}
