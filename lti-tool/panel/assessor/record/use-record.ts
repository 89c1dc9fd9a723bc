import { useEffect, useRef, useState } from 'preact/hooks';
import type { BodyOf } from '../../../../shared/api/operations.ts';
import type { EvidenceView } from '../../../../shared/api/views.ts';
import type { ApiError } from '../../../../shared/client/api-client.ts';
import type { EnrolmentId, EvidenceId } from '../../../../shared/domain/ids.ts';
import { recordTexts } from '../../../../shared/texts/staff.ts';
import { asApiError } from '../../app/as-api-error.ts';
import { after } from '../../app/timers.ts';
import { useTools } from '../../app/toolbox.ts';
import { callOff, upload } from '../../files/upload.ts';
import { Uploads } from '../../files/uploads.ts';
import { useLeaveGuard } from '../../learner/use-leave-guard.ts';

type Wording = BodyOf<'recordEvidence'>;

/** What an assessor writes down before it exists: words and files, kept until the tool has all of it. */
export function useRecord(enrolmentId: EnrolmentId, onSaved: (id: EvidenceId) => void) {
  const { client } = useTools();
  const [wording, setWording] = useState<Wording>({ title: '', method: 'observation', narrative: '', links: [] });
  const [waiting, setWaiting] = useState<readonly File[]>([]);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  /** The item, once it is made: a second try goes on with its files. */
  const made = useRef<EvidenceView | null>(null);
  const leaving = useRef(false);
  const [uploads] = useState(
    () =>
      new Uploads({
        timers: { after },
        send: (file, memory, onProgress, signal) => {
          if (made.current === null) throw new Error('There is no item to hold a file yet.');
          return upload({ client, evidenceId: made.current.id, file, memory, onProgress, signal });
        },
        onCalledOff: (memory) => {
          if (made.current !== null) callOff({ client, evidenceId: made.current.id })(memory);
        },
        onArrived: () => {
          if (!uploads.unsaved && made.current) finish(made.current);
        },
      }),
  );
  const finish = ({ id }: EvidenceView) => {
    leaving.current = true;
    onSaved(id);
  };
  useEffect(() => () => uploads.close(), [uploads]);
  const unsaved = () =>
    !leaving.current && (uploads.unsaved || waiting.length > 0 || wording.title + wording.narrative !== '');
  const unsavedNow = useRef(unsaved);
  unsavedNow.current = unsaved;
  useLeaveGuard(
    () => unsavedNow.current(),
    (go) => {
      if (confirm(recordTexts.leave)) go();
    },
  );
  return {
    wording,
    waiting,
    uploads,
    busy,
    error,
    write: (change: Partial<Wording>) => setWording((known) => ({ ...known, ...change })),
    add: (files: readonly File[]) => setWaiting((known) => [...known, ...files]),
    async save(): Promise<void> {
      if (busy) return;
      setBusy(true);
      setError(null);
      try {
        made.current ??= await client.call('recordEvidence', { params: { enrolmentId }, body: wording });
        if (waiting.length === 0) return finish(made.current);
        setWaiting([]);
        await uploads.add(waiting);
      } catch (cause) {
        setError(asApiError(cause));
        setBusy(false);
      }
    },
  };
}
