import { useState } from 'preact/hooks';
import type { AttachmentView } from '../../../shared/api/views.ts';
import { ApiError } from '../../../shared/client/api-client.ts';
import type { EvidenceId } from '../../../shared/domain/ids.ts';
import { learnerTexts } from '../../../shared/texts/learner.ts';
import { asApiError } from '../app/as-api-error.ts';
import { useTools } from '../app/toolbox.ts';
import { fileIcon, fileSize } from '../parts/file-words.ts';
import { Icon } from '../parts/Icon.tsx';

type Props = { readonly evidenceId: EvidenceId; readonly attachment: AttachmentView };

/** A file to download. It is fetched with the session's token, since a plain link would carry none. */
export function OpenFile({ evidenceId, attachment }: Props) {
  const { client } = useTools();
  const [state, setState] = useState<'idle' | 'fetching' | ApiError>('idle');
  const open = async () => {
    setState('fetching');
    try {
      hand(await client.attachment({ evidenceId, attachmentId: attachment.id }), attachment.name);
      setState('idle');
    } catch (cause) {
      setState(asApiError(cause));
    }
  };
  return (
    <li>
      <Icon name={fileIcon(attachment.mediaType)} />
      <span>
        <button
          type="button"
          class="link"
          disabled={state === 'fetching'}
          aria-label={learnerTexts.item.download(attachment.name)}
          onClick={() => void open()}
        >
          {attachment.name}
        </button>
        {state instanceof ApiError && (
          <small class="missing" role="alert" data-code={state.code}>
            {learnerTexts.item.notDownloaded(state.message)}
          </small>
        )}
      </span>
      <small class="num">{state === 'fetching' ? learnerTexts.item.fetching : fileSize(attachment.size)}</small>
    </li>
  );
}

/** Hands bytes to the browser as a download. The address lives until the browser had time to read it. */
function hand(bytes: Blob, name: string): void {
  const address = URL.createObjectURL(bytes);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
