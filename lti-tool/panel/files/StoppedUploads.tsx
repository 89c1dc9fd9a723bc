import { useEffect, useState } from 'preact/hooks';
import type { StoppedUpload } from '../../../shared/api/work-views.ts';
import type { EvidenceId } from '../../../shared/domain/ids.ts';
import { filesTexts } from '../../../shared/texts/evidence.ts';
import { useTools } from '../app/toolbox.ts';
import { Icon } from '../parts/Icon.tsx';
import { RemoveButton } from './RemoveButton.tsx';
import type { Uploads } from './uploads.ts';

type Props = {
  readonly evidenceId: EvidenceId;
  readonly uploads: Uploads;
  readonly onRemoved: (name: string) => void;
};

/**
 * Files of which part is at the tool since before this page was loaded. A page cannot keep a file, so it has to be chosen
 * again; then it goes on where it stopped.
 */
export function StoppedUploads({ evidenceId, uploads, onRemoved }: Props) {
  const { client } = useTools();
  const [stopped, setStopped] = useState<readonly StoppedUpload[]>([]);
  const words = filesTexts;
  useEffect(() => {
    const controller = new AbortController();
    // A help, no more: without it the file is chosen again all the same.
    client.call('uploads', { params: { evidenceId }, signal: controller.signal }).then(
      (reply) => setStopped(reply.uploads.filter(({ offset }) => offset > 0)),
      () => {},
    );
    return () => controller.abort();
  }, [client, evidenceId]);
  const chosen = uploads.chosen.value;
  return (
    <>
      {stopped
        .filter(({ name, size }) => !chosen.has(`${size} ${name}`))
        .map(({ id, name, offset, size }) => (
          <li key={id} class="sending">
            <Icon name="offline" />
            <span>
              {name}
              <small>{words.stopped(Math.round((100 * offset) / size))}</small>
            </span>
            <RemoveButton
              label={words.takeOff(name)}
              onRemove={() => {
                setStopped(stopped.filter((other) => other.id !== id));
                client.call('cancelUpload', { params: { evidenceId, uploadId: id } }).catch(() => {});
                onRemoved(name);
              }}
            />
          </li>
        ))}
    </>
  );
}
