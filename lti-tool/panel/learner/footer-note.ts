import type { PersonView } from '../../../shared/api/views.ts';
import type { SaveState } from './save-loop.ts';

/** The words beside the buttons. `quiet` ones may give way on a small screen. */
export type FooterNote = { readonly tone: 'quiet' | 'said' | 'missing'; readonly text: string };

type Situation = {
  readonly saving: SaveState;
  /** "Save draft" was pressed, and all was saved. */
  readonly savedOnRequest: boolean;
  /** Submitting had to wait for files on their way. */
  readonly awaitsFiles: boolean;
  /** The item is with the assessor already. */
  readonly submitted: boolean;
  readonly assessors: readonly PersonView[];
};

/** What to say beside the buttons: trouble first, then what was just done, else who sees what. */
export function footerNote({ saving, savedOnRequest, awaitsFiles, submitted, assessors }: Situation): FooterNote {
  if (saving.kind === 'kept')
    return {
      tone: 'missing',
      text: saving.error.code === 'offline' ? 'No connection: kept here.' : 'Not saved yet: kept here.',
    };
  if (saving.kind === 'refused') return { tone: 'missing', text: 'Your last change was not saved.' };
  if (awaitsFiles) return { tone: 'missing', text: 'Wait until your files are sent, then submit.' };
  if (savedOnRequest && saving.kind === 'saved')
    return { tone: 'said', text: 'Saved. You can leave, and come back to it later.' };
  return { tone: 'quiet', text: `${reader(assessors)} ${submitted ? seesNow : willSee}` };
}

const seesNow = 'sees your changes at once.';
const willSee = 'will see it. You can change it until the review is finished.';

function reader([first, ...others]: readonly PersonView[]): string {
  if (!first) return 'A qualified assessor';
  return others.length === 0 ? first.name : 'Each of your assessors';
}
