import { useRef, useState } from 'preact/hooks';
import type { AttachmentView } from '../../../shared/api/views.ts';
import type { ApiError } from '../../../shared/client/api-client.ts';
import { learnerTexts } from '../../../shared/texts/learner.ts';
import { asApiError } from '../app/as-api-error.ts';
import { useTools } from '../app/toolbox.ts';
import { RemoveButton } from '../files/RemoveButton.tsx';
import { StoppedUploads } from '../files/StoppedUploads.tsx';
import { UploadItem } from '../files/UploadItem.tsx';
import type { Uploads } from '../files/uploads.ts';
import { fileIcon, fileSize } from '../parts/file-words.ts';
import { Icon } from '../parts/Icon.tsx';
import { Trouble } from '../parts/Trouble.tsx';
import type { EvidenceDraft } from './evidence-draft.ts';
import { LinkForm } from './LinkForm.tsx';

type Props = {
  readonly draft: EvidenceDraft;
  readonly uploads: Uploads;
  /** Speaks to screen readers. */
  readonly say: (words: string) => void;
};

/** The files and links of an item, and those on their way. */
export function FilesAndLinks({ draft, uploads, say }: Props) {
  const { client } = useTools();
  const words = learnerTexts.files;
  const picker = useRef<HTMLInputElement>(null);
  const fieldset = useRef<HTMLFieldSetElement>(null);
  const [linking, setLinking] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const evidence = draft.evidence.value;
  const { links } = draft.wording.value;
  const attachments = evidence?.attachments ?? [];

  /** What had the focus is gone: the group it was in takes it. */
  const removed = (what: string) => {
    say(what);
    fieldset.current?.focus();
  };
  const remove = async ({ id, name }: AttachmentView) => {
    if (!evidence) return;
    try {
      draft.adopt(await client.call('removeAttachment', { params: { evidenceId: evidence.id, attachmentId: id } }));
      setError(null);
      removed(words.removed(name));
    } catch (cause) {
      setError(asApiError(cause));
    }
  };

  return (
    <fieldset ref={fieldset} tabIndex={-1}>
      <legend>{words.legend}</legend>
      <ul class="files">
        {attachments.map((attachment) => (
          <li key={attachment.id}>
            <Icon name={fileIcon(attachment.mediaType)} />
            <span>{attachment.name}</span>
            <small class="num">{fileSize(attachment.size)}</small>
            <RemoveButton label={words.remove(attachment.name)} onRemove={() => void remove(attachment)} />
          </li>
        ))}
        {uploads.rows.value.map((row) => (
          <UploadItem
            key={row.key}
            row={row}
            uploads={uploads}
            onCancel={() => removed(words.removed(row.file.name))}
          />
        ))}
        {evidence && (
          <StoppedUploads
            evidenceId={evidence.id}
            uploads={uploads}
            onRemoved={(name) => removed(words.removed(name))}
          />
        )}
        {links.map((link) => (
          <li key={link.url}>
            <Icon name="link" />
            <a href={link.url} target="_blank" rel="noopener noreferrer">
              {link.title || link.url}
            </a>
            <RemoveButton
              label={words.removeLink(link.title || link.url)}
              onRemove={() => {
                draft.write({ links: links.filter((other) => other !== link) });
                removed(words.linkRemoved);
              }}
            />
          </li>
        ))}
      </ul>
      {error && <Trouble error={error} />}
      {linking ? (
        <LinkForm
          onAdd={(link) => {
            draft.write({ links: [...links.filter(({ url }) => url !== link.url), link] });
            say(words.linkAdded);
          }}
          onClose={() => setLinking(false)}
        />
      ) : (
        <div class="line">
          <input
            ref={picker}
            type="file"
            multiple
            hidden
            onChange={(event) => {
              void uploads.add([...(event.currentTarget.files ?? [])]);
              event.currentTarget.value = '';
            }}
          />
          <button type="button" class="button" onClick={() => picker.current?.click()}>
            <Icon name="plus" /> {words.add}
          </button>
          <button type="button" class="button bare" onClick={() => setLinking(true)}>
            <Icon name="link" /> {words.addLink}
          </button>
        </div>
      )}
    </fieldset>
  );
}
