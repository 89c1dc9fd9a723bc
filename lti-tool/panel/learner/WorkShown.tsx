import type { EvidenceView } from '../../../shared/api/views.ts';
import { learnerTexts } from '../../../shared/texts/learner.ts';
import { Icon } from '../parts/Icon.tsx';
import { OpenFile } from './OpenFile.tsx';

/** The work itself, as it was handed in: words, files, links. */
export function WorkShown({ evidence }: { evidence: EvidenceView }) {
  const { narrative, attachments, links } = evidence;
  if (narrative.trim() === '' && attachments.length + links.length === 0) return null;
  return (
    <section aria-labelledby="work">
      <h2 id="work">{learnerTexts.item.work}</h2>
      {narrative.trim() !== '' && <p class="narrative">{narrative}</p>}
      <ul class="files">
        {attachments.map((attachment) => (
          <OpenFile key={attachment.id} evidenceId={evidence.id} attachment={attachment} />
        ))}
        {links.map((link) => (
          <li key={link.url}>
            <Icon name="link" />
            <a href={link.url} target="_blank" rel="noopener noreferrer">
              {link.title || link.url}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
