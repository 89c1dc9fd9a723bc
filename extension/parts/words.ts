import type { ExtensionAccepted, ExtensionPrompt } from '../../shared/api/extension-operations.ts';
import type { AcceptSource } from '../../shared/domain/accepting.ts';

export const criteriaCount = (count: number): string => (count === 1 ? '1 criterion' : `${count} criteria`);

const midnight = (at: Date): number => Date.UTC(at.getFullYear(), at.getMonth(), at.getDate());

/** Calendar days gone since then, by the reader's calendar: "today", "1 day", "11 days". */
export function age(since: string, now: number): string {
  const days = Math.max(0, (midnight(new Date(now)) - midnight(new Date(since))) / 86_400_000);
  return days === 0 ? 'today' : days === 1 ? '1 day' : `${days} days`;
}

const dayMonth = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });

/** "a", "a and b", "a, b and c", each once. */
export function listed(names: readonly string[]): string {
  const all = [...new Set(names)];
  return all.length < 2 ? (all[0] ?? '') : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`;
}

export const acceptNames: Readonly<Record<AcceptSource, string>> = {
  learner: 'Accept all learner ticks',
  trainee: 'Accept all trainee assessor ticks',
};

export type PromptWords = {
  readonly title: string;
  readonly lead: readonly [verb: string, count: string, where: string, who: string, when: string];
  readonly units: ReadonlyArray<{
    readonly ref: string;
    readonly title: string;
    readonly criteria: ReadonlyArray<{ readonly id: string; readonly ref: string; readonly text: string }>;
  }>;
  readonly notTouched: readonly string[];
  readonly afterwards: string;
  readonly button: string;
};

const verbs = {
  confirm: { verb: 'You will confirm', button: 'Confirm', done: 'confirmed' },
  countersign: { verb: 'You will countersign', button: 'Countersign', done: 'countersigned' },
  tick: { verb: 'You will tick', button: 'Tick', done: 'ticked' },
};
const verbOf = (role: ExtensionPrompt['role'], of: AcceptSource) =>
  verbs[role === 'traineeAssessor' ? 'tick' : of === 'trainee' ? 'countersign' : 'confirm'];

function when(instants: readonly string[]): string {
  const days = [...instants].sort().map((at) => dayMonth.format(new Date(at)));
  return days[0] === days.at(-1) ? `on ${days[0]}` : `between ${days[0]} and ${days.at(-1)}`;
}

/** What the prompt before an accept-all says: how many, which criteria, whose, and what stays as it is (R4). */
export function promptWords(prompt: ExtensionPrompt, of: AcceptSource): PromptWords {
  const criteria = prompt.offers.find((offer) => offer.of === of)?.criteria ?? [];
  const units = prompt.units
    .map((unit) => ({ ...unit, criteria: criteria.filter((one) => one.unitRef === unit.ref) }))
    .filter((unit) => unit.criteria.length > 0);
  const { learner, role } = prompt;
  const names = criteria.map((one) => one.byName);
  const whose = of === 'learner' ? learner.name : listed(names);
  const kind = of === 'learner' ? 'learner' : new Set(names).size > 1 ? 'trainee assessors' : 'trainee assessor';
  const shown = new Set(criteria.map((one) => one.id));
  const others = prompt.offers
    .filter((offer) => offer.of !== of)
    .flatMap((offer) => offer.criteria)
    .filter((one) => !shown.has(one.id));
  const { verb, button } = verbOf(role, of);
  return {
    title: `Accept all of ${of === 'learner' ? learner.givenName : listed(names)}'s ticks?`,
    lead: [
      verb,
      criteriaCount(criteria.length),
      `in ${units.length === 1 ? 'unit' : 'units'} ${listed(units.map((unit) => unit.ref))} that`,
      whose,
      `(${kind}) ticked ${when(criteria.map((one) => one.at))}:`,
    ],
    units,
    notTouched: [
      ...(others.length > 0
        ? [`${criteriaCount(others.length)}, which only ${listed(others.map((one) => one.byName))} ticked.`]
        : []),
      ...(prompt.own > 0
        ? [`${criteriaCount(prompt.own)} ${role === 'traineeAssessor' ? 'you ticked' : 'confirmed'} already.`]
        : []),
      'Criteria with no tick.',
    ],
    afterwards:
      role === 'traineeAssessor'
        ? 'It counts once a qualified assessor countersigns. You can undo this.'
        : 'You can undo this.',
    button: `${button} ${criteriaCount(criteria.length)}`,
  };
}

/** What an accept-all did, and what differed from what was shown. */
export function acceptedWords(done: ExtensionAccepted, prompt: ExtensionPrompt, of: AcceptSource) {
  const verb = verbOf(prompt.role, of).done;
  const was = (refs: readonly string[]) => `${listed(refs)} ${refs.length === 1 ? 'was' : 'were'}`;
  const { accepted, noLongerTicked, notShown, alreadyDecided, left } = done;
  return {
    head: accepted === 0 ? `Nothing was ${verb}.` : `${criteriaCount(accepted)} ${verb}.`,
    rest: [
      ...(noLongerTicked.length > 0 ? [`${was(noLongerTicked)} left out: no longer ticked.`] : []),
      ...(notShown.length > 0 ? [`${was(notShown)} ticked after you opened this, so look first.`] : []),
      ...(alreadyDecided.length > 0 ? [`${was(alreadyDecided)} decided already.`] : []),
      ...(left > 0 ? [`${criteriaCount(left)} of this evidence still ${left === 1 ? 'waits' : 'wait'}.`] : []),
    ].join(' '),
  };
}
