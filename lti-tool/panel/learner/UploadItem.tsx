import { fileIcon, fileSize } from '../parts/file-words.ts';
import { Icon } from '../parts/Icon.tsx';
import { RemoveButton } from './RemoveButton.tsx';
import type { UploadRow, Uploads } from './uploads.ts';

type Props = { readonly row: UploadRow; readonly uploads: Uploads; readonly onCancel: () => void };

/** A file on its way, with how much of it is sent; or why it was not sent, and a way to try again. */
export function UploadItem({ row: { key, file, share, error }, uploads, onCancel }: Props) {
  const percent = Math.round(share * 100);
  const cancel = () => {
    uploads.cancel(key);
    onCancel();
  };
  return (
    <li class={error ? 'failed' : 'sending'}>
      <Icon name={error ? 'alert' : fileIcon(file.type)} />
      <span>
        {file.name}
        {error ? (
          <small role="alert" data-code={error.code}>
            {error.code === 'tooLarge' ? `Not sent: ${fileSize(file.size)} is too large. ` : 'Not sent. '}
            {error.message}
          </small>
        ) : (
          <progress value={percent} max={100} aria-label={`Sending ${file.name}`} />
        )}
      </span>
      {error === null && <small class="num">{percent}%</small>}
      {error && error.code !== 'tooLarge' && (
        <button type="button" class="link" onClick={() => void uploads.retry(key)}>
          Try again<span class="sr"> to send {file.name}</span>
        </button>
      )}
      <RemoveButton
        label={error ? `Take ${file.name} off the list` : `Cancel sending ${file.name}`}
        onRemove={cancel}
      />
    </li>
  );
}
