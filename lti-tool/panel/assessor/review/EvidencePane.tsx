import { useState } from 'preact/hooks';
import type { AttachmentView, EvidenceView } from '../../../../shared/api/views.ts';
import { commentTexts } from '../../../../shared/texts/evidence.ts';
import { reviewTexts } from '../../../../shared/texts/review.ts';
import { CommentBox } from '../../parts/CommentBox.tsx';
import { shortDate } from '../../parts/dates.ts';
import { fileIcon, fileSize } from '../../parts/file-words.ts';
import { Icon } from '../../parts/Icon.tsx';
import { methodNames } from '../../parts/method-names.ts';
import { Thread } from '../../parts/Thread.tsx';
import { AttachmentPreview } from './AttachmentPreview.tsx';
import { opensItself } from './attachment-kind.ts';

/** The width of a phone: there the criteria come first, and evidence opens on request. */
const narrow = '(max-width: 600px)';

type Props = {
  readonly evidence: EvidenceView;
  readonly now: number;
  /** Takes the item in as it is after the reader's comment; absent where nobody comments. */
  readonly onCommented?: (evidence: EvidenceView) => void;
};

/** What the learner offers: files, links, their own words, and what was said about it before. */
export function EvidencePane({ evidence, now, onCommented }: Props) {
  const { attachments, links, learner, narrative, madeByName, handOver } = evidence;
  const words = reviewTexts;
  const [open, setOpen] = useState(() => !matchMedia(narrow).matches);
  const [chosen, choose] = useState<AttachmentView | null>(() => opensItself(attachments));
  return (
    <details class="evidence" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <Icon name="back" /> {words.evidence.heading}
      </summary>
      {open && (
        <div>
          {madeByName && <p class="quiet">{reviewTexts.recordedBy(madeByName)}</p>}
          {handOver && (
            <p class="hand-over">
              <Icon name="trainee" /> {reviewTexts.handedOver(handOver.byName)}
              {handOver.note.trim() !== '' && <q>{handOver.note}</q>}
            </p>
          )}
          <h2 class="narrow">{evidence.title}</h2>
          <p class="quiet narrow">
            {methodNames()[evidence.method]}
            {evidence.submittedAt && words.sent(shortDate(evidence.submittedAt, now))}
          </p>
          {attachments.length + links.length > 0 && (
            <ul class="files">
              {attachments.map((file) => (
                <li key={file.id}>
                  <Icon name={fileIcon(file.mediaType)} />
                  <button
                    type="button"
                    class="link"
                    aria-expanded={chosen?.id === file.id}
                    onClick={() => choose(chosen?.id === file.id ? null : file)}
                  >
                    {file.name}
                  </button>
                  <small class="num">{fileSize(file.size)}</small>
                </li>
              ))}
              {links
                .filter((link) => /^https?:/.test(link.url))
                .map((link) => (
                  <li key={link.url}>
                    <Icon name="link" />
                    <a href={link.url} target="_blank" rel="noopener noreferrer">
                      {link.title || link.url}
                    </a>
                    <small class="sr">{words.evidence.newWindow}</small>
                  </li>
                ))}
            </ul>
          )}
          {chosen && <AttachmentPreview key={chosen.id} evidenceId={evidence.id} file={chosen} />}
          {narrative.trim() !== '' && (
            <section>
              <h2>{madeByName ? reviewTexts.recordedWords(madeByName) : reviewTexts.ownWords(learner.givenName)}</h2>
              <Paragraphs text={narrative} />
            </section>
          )}
          {attachments.length + links.length === 0 && narrative.trim() === '' && (
            <p class="quiet">
              {words.evidence.nothing}
              {evidence.may.finish && ` ${words.evidence.mayReturn}`}
            </p>
          )}
          <Thread
            thread={evidence.thread.filter(({ at, kind }) => kind !== 'handedOver' || at !== handOver?.at)}
            now={now}
          >
            {onCommented && evidence.may.comment && (
              <CommentBox
                key={evidence.id}
                evidence={evidence}
                readers={commentTexts.readBy.staff(learner.givenName)}
                onSent={onCommented}
              />
            )}
          </Thread>
        </div>
      )}
    </details>
  );
}

function Paragraphs({ text }: { text: string }) {
  const parts = text.split(/\n{2,}/);
  return (
    <div class="words">
      {parts.map((part, place) => (
        <p key={`${place} ${part.slice(0, 20)}`}>{part}</p>
      ))}
    </div>
  );
}
