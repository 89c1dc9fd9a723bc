import { useEffect, useState } from 'preact/hooks';
import type { AttachmentView } from '../../../../shared/api/views.ts';
import type { EvidenceId } from '../../../../shared/domain/ids.ts';
import { partsTexts } from '../../../../shared/texts/parts.ts';
import { reviewTexts } from '../../../../shared/texts/review.ts';
import { useTools } from '../../app/toolbox.ts';
import { useResource } from '../../app/use-resource.ts';
import { Icon } from '../../parts/Icon.tsx';
import { type AttachmentKind, attachmentKind, safeType } from './attachment-kind.ts';
import { PdfFrame } from './PdfFrame.tsx';

/** Characters of a text file that are shown; the rest is in the download. */
const textShown = 100_000;

type Loaded = { readonly url: string; readonly text: string };

/**
 * A file looked at in place. Its bytes come with the session's own token and are handed to the browser as a Blob under a
 * type that cannot run; a kind that cannot be shown is offered as a download.
 */
export function AttachmentPreview({ evidenceId, file }: { evidenceId: EvidenceId; file: AttachmentView }) {
  const { client } = useTools();
  const words = reviewTexts.evidence;
  const kind = attachmentKind(file.mediaType);
  const { resource, reload } = useResource(
    async (signal) => {
      const bytes = await client.attachment({ evidenceId, attachmentId: file.id }, signal);
      return { bytes, text: kind === 'text' ? (await bytes.text()).slice(0, textShown) : '' };
    },
    [evidenceId, file.id],
  );
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const value = resource.value;
  useEffect(() => {
    if (value === null) return;
    const url = URL.createObjectURL(new Blob([value.bytes], { type: safeType(file.mediaType) }));
    setLoaded({ url, text: value.text });
    return () => URL.revokeObjectURL(url);
  }, [value, file.mediaType]);

  if (resource.state === 'failed')
    return (
      <div class="sheet" role="alert">
        <p>{resource.error.message}</p>
        <button type="button" class="button" onClick={reload}>
          {partsTexts.tryAgain}
        </button>
      </div>
    );
  if (loaded === null)
    return (
      <div class="sheet" role="status" aria-label={words.loading(file.name)}>
        <p class="bone">{'\u00a0'}</p>
      </div>
    );
  return (
    <div class="sheet">
      <Shown kind={kind} file={file} loaded={loaded} />
      <p class="line">
        {kind === 'document' && (
          <a href={loaded.url} target="_blank" rel="noopener">
            <Icon name="open" /> {words.openBeside}
          </a>
        )}
        <a href={loaded.url} download={file.name}>
          {words.download}
        </a>
      </p>
    </div>
  );
}

function Shown({ kind, file, loaded }: { kind: AttachmentKind; file: AttachmentView; loaded: Loaded }) {
  switch (kind) {
    case 'image':
      return <img src={loaded.url} alt={file.name} />;
    case 'audio':
      // biome-ignore lint/a11y/useMediaCaption: a learner's recording comes without captions
      return <audio controls src={loaded.url} aria-label={file.name} />;
    case 'video':
      // biome-ignore lint/a11y/useMediaCaption: a learner's recording comes without captions
      return <video controls src={loaded.url} aria-label={file.name} />;
    case 'text':
      return <pre>{loaded.text}</pre>;
    case 'document':
      return <PdfFrame name={file.name} url={loaded.url} />;
    case 'other':
      return <p>{reviewTexts.evidence.notShown(file.name)}</p>;
  }
}
