import type { ApiError } from '../../../shared/client/api-client.ts';
import { partsTexts } from '../../../shared/texts/parts.ts';
import { Trouble } from './Trouble.tsx';

/** Trying again does not bring a session back: only the course does. */
const final: readonly string[] = ['sessionMissing', 'sessionEnded'];

/** What went wrong with a whole page, what to do next, and the code and request number that support asks for. */
export function ErrorNotice({ error, retry }: { error: ApiError; retry?: (() => void) | undefined }) {
  return (
    <div class="page">
      <Trouble
        error={error}
        {...(retry && !final.includes(error.code) ? { action: { label: partsTexts.tryAgain, run: retry } } : {})}
      />
    </div>
  );
}
