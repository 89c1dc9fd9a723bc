import { useId, useRef, useState } from 'preact/hooks';
import type { EvidenceView } from '../../../shared/api/views.ts';
import { ApiError } from '../../../shared/client/api-client.ts';
import { longestComment } from '../../../shared/domain/commenting.ts';
import { connectionTexts } from '../../../shared/texts/errors.ts';
import { commentTexts } from '../../../shared/texts/evidence.ts';
import { useTools } from '../app/toolbox.ts';
import { commentDraft, keepComment } from './comment-drafts.ts';
import { Trouble } from './Trouble.tsx';

/** Milliseconds to wait for an answer before a call counts as lost. */
const patience = 20_000;

type Props = {
  readonly evidence: Pick<EvidenceView, 'id'>;
  /** Who reads it, in a sentence. */
  readonly readers: string;
  readonly onSent: (evidence: EvidenceView) => void;
};

/** A word into an item's thread. What could not be sent stays in the box, and so does the reason. */
export function CommentBox({ evidence: { id }, readers, onSent }: Props) {
  const { client } = useTools();
  const text = commentDraft(id);
  const [busy, setBusy] = useState(false);
  const [isMissing, setMissing] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const [heard, announce] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  const box = useId();
  const words = commentTexts;

  const send = async () => {
    if (busy) return;
    if (text.trim() === '') {
      setMissing(true);
      field.current?.focus();
      return;
    }
    setBusy(true);
    setError(null);
    try {
      const body = { text: text.trim() };
      const signal = AbortSignal.timeout(patience);
      const view = await client.call('addComment', { params: { evidenceId: id }, body, signal });
      if (commentDraft(id) === text) keepComment(id, '');
      announce(words.sent);
      onSent(view);
    } catch (cause) {
      setError(cause instanceof ApiError ? cause : new ApiError('offline', connectionTexts.lost));
    }
    setBusy(false);
  };
  const write = (written: string) => {
    keepComment(id, written);
    setMissing(false);
    announce('');
  };

  return (
    <div class="comment">
      <label for={`${box}text`}>
        <b>{words.label}</b>
      </label>
      <textarea
        ref={field}
        id={`${box}text`}
        class="field"
        rows={2}
        maxLength={longestComment}
        value={text}
        readOnly={busy}
        aria-invalid={isMissing}
        aria-describedby={`${box}about`}
        onInput={(event) => write(event.currentTarget.value)}
      />
      <small id={`${box}about`} class={isMissing ? 'refused' : 'quiet'} role={isMissing ? 'alert' : undefined}>
        {isMissing ? words.missing : readers}
      </small>
      <button type="button" class="button" aria-disabled={busy} onClick={() => void send()}>
        {busy ? words.sending : words.send}
      </button>
      {error && (
        <Trouble error={error} title={words.notSent} {...(error.code === 'offline' ? { text: words.kept } : {})} />
      )}
      <p class="sr" role="status">
        {heard}
      </p>
    </div>
  );
}
