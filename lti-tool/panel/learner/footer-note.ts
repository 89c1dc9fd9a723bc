import type { PersonView } from '../../../shared/api/views.ts';
import { learnerTexts } from '../../../shared/texts/learner.ts';
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
  const words = learnerTexts.footer;
  if (saving.kind === 'kept')
    return {
      tone: 'missing',
      text: saving.error.code === 'offline' ? words.offline : words.kept,
    };
  if (saving.kind === 'refused') return { tone: 'missing', text: learnerTexts.saving.changeNotSaved };
  if (awaitsFiles) return { tone: 'missing', text: words.awaitsFiles };
  if (savedOnRequest && saving.kind === 'saved') return { tone: 'said', text: words.saved };
  const who = reader(assessors);
  return { tone: 'quiet', text: submitted ? words.seesNow(who) : words.willSee(who) };
}

function reader([first, ...others]: readonly PersonView[]): string {
  if (!first) return learnerTexts.footer.anybody;
  return others.length === 0 ? first.name : learnerTexts.footer.eachOf;
}
