import type { ExtensionAccepted, ExtensionPrompt } from '../../shared/api/extension-operations.ts';
import type { AcceptSource } from '../../shared/domain/accepting.ts';
import type { Column } from '../../shared/domain/evidence.ts';
import { countingTexts } from '../../shared/texts/counting.ts';
import { type Asking, acceptedWords, askingWords } from '../../shared/words/accepting.ts';

const dayMonth = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });
const columnOf = ({ role }: ExtensionPrompt): Column => (role === 'traineeAssessor' ? 'trainee' : 'assessor');

export type PromptWords = Asking & {
  readonly units: ReadonlyArray<{
    readonly ref: string;
    readonly title: string;
    readonly criteria: ReadonlyArray<{ readonly id: string; readonly ref: string; readonly text: string }>;
  }>;
};

/** What the prompt before an accept-all says and lists (R4). */
export function promptWords(prompt: ExtensionPrompt, of: AcceptSource): PromptWords {
  const ticks = prompt.offers.find((offer) => offer.of === of)?.criteria ?? [];
  const units = prompt.units
    .map((unit) => ({ ...unit, criteria: ticks.filter((one) => one.unitRef === unit.ref) }))
    .filter((unit) => unit.criteria.length > 0);
  const shown = new Set(ticks.map((one) => one.id));
  const others = prompt.offers
    .filter((offer) => offer.of !== of)
    .flatMap((offer) => offer.criteria)
    .filter((one) => !shown.has(one.id));
  const { learner, own } = prompt;
  const asked = {
    ...{ of, into: columnOf(prompt), learner, ticks, own, unitRefs: units.map((unit) => unit.ref) },
    leftOut:
      others.length > 0 ? { which: countingTexts.criteria(others.length), by: others.map((one) => one.byName) } : null,
  };
  return { ...askingWords(asked, (at) => dayMonth.format(new Date(at))), units };
}

/** What an accept-all did, and what differed from what was shown. */
export const doneWords = (done: ExtensionAccepted, prompt: ExtensionPrompt, of: AcceptSource) =>
  acceptedWords({ ...done, of, into: columnOf(prompt), learner: prompt.learner.givenName });
