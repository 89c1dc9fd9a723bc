import { useState } from 'preact/hooks';
import type { QualificationPreview } from '../../../shared/api/manager-operations.ts';
import { csvTemplate } from '../../../shared/specification/csv-template.ts';
import { managerTexts } from '../../../shared/texts/manager.ts';
import { useTools } from '../app/toolbox.ts';
import { saveFile } from '../matrix/save-file.ts';
import { Toast } from '../parts/Toast.tsx';
import { Trouble } from '../parts/Trouble.tsx';
import { ImportPreview } from './ImportPreview.tsx';
import { useChange } from './use-change.ts';

type Details = QualificationPreview['details'];
type Chosen = { readonly text: string; readonly preview: QualificationPreview };
const mostBytes = 4_000_000;

/** A file is chosen, looked at with all its faults, completed where it says too little, and only then imported. */
export function ImportForm({ onImported }: { onImported: () => void }) {
  const { client } = useTools();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [details, setDetails] = useState<Partial<Details>>({});
  const { busy, fault, said, make, hear } = useChange();
  const words = managerTexts.qualifications;
  const check = async (text: string, given: Partial<Details>) => {
    const preview = await client.call('previewQualification', { body: { text, details: given } });
    setChosen({ text, preview });
    setDetails(preview.details);
  };
  const read = (file: File | undefined) =>
    make(async () => {
      if (!file) return null;
      if (file.size > mostBytes) return words.tooLarge;
      const text = await file.text().catch(() => null);
      if (text === null) return words.unreadable;
      await check(text, {});
      return null;
    });
  const bring = ({ text }: Chosen) =>
    make(async () => {
      const { title } = await client.call('importQualification', { body: { text, details } });
      setChosen(null);
      onImported();
      return words.imported(title);
    });
  return (
    <section aria-labelledby="import-heading">
      <h3 id="import-heading">{words.importTitle}</h3>
      <p class="quiet">
        {words.importHint}{' '}
        <button type="button" class="link" onClick={() => saveFile(words.templateFile, csvTemplate, 'text/csv')}>
          {words.template}
        </button>
      </p>
      <label class="file-choice">
        {words.choose}{' '}
        <input
          type="file"
          accept=".csv,.json,text/csv,application/json"
          disabled={busy}
          onChange={(event) => void read(event.currentTarget.files?.[0])}
        />
      </label>
      <Toast message={said} onDismiss={hear} />
      {fault && <Trouble error={fault} />}
      {chosen && (
        <ImportPreview
          preview={chosen.preview}
          details={details}
          busy={busy}
          onDetails={setDetails}
          onCheck={() =>
            void make(async () => {
              await check(chosen.text, details);
              return null;
            })
          }
          onImport={() => void bring(chosen)}
        />
      )}
    </section>
  );
}
