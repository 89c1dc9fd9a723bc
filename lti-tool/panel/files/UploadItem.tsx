import { filesTexts } from '../../../shared/texts/evidence.ts';
import { number } from '../../../shared/texts/locale.ts';
import { fileIcon, fileSize } from '../parts/file-words.ts';
import { Icon } from '../parts/Icon.tsx';
import { RemoveButton } from './RemoveButton.tsx';
import type { UploadRow, Uploads } from './uploads.ts';

type Props = { readonly row: UploadRow; readonly uploads: Uploads; readonly onCancel: () => void };

/** A file on its way, with how much of it is sent; or why it was not sent, and a way to try again. */
export function UploadItem({ row: { key, file, share, error, waiting }, uploads, onCancel }: Props) {
  const percent = Math.round(share * 100);
  const words = filesTexts;
  const cancel = () => {
    uploads.cancel(key);
    onCancel();
  };
  return (
    <li class={error && !waiting ? 'failed' : 'sending'}>
      <Icon name={error ? (waiting ? 'offline' : 'alert') : fileIcon(file.type)} />
      <span>
        {file.name}
        {error && (
          <small role="alert" data-code={error.code}>
            {waiting
              ? words.goesOn(percent)
              : `${error.code === 'tooLarge' ? words.notSentTooLarge(fileSize(file.size)) : words.notSent} ${error.message}`}
          </small>
        )}
        {(!error || waiting) && <progress value={percent} max={100} aria-label={words.sending(file.name)} />}
      </span>
      {error === null && <small class="num">{number(percent)}%</small>}
      {error && error.code !== 'tooLarge' && (
        <button type="button" class="link" onClick={() => void uploads.retry(key)}>
          {words.tryAgain}
          <span class="sr"> {words.tryAgainFor(file.name)}</span>
        </button>
      )}
      <RemoveButton label={error && !waiting ? words.takeOff(file.name) : words.cancel(file.name)} onRemove={cancel} />
    </li>
  );
}
