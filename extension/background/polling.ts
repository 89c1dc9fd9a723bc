import { patternOf } from '../tool-address.ts';
import type { Background } from './background.ts';
import { badgeOf } from './badge.ts';
import { type Pairing, withPairing } from './state.ts';
import type { ToolAnswer } from './tool-api.ts';

const minute = 60_000;
/** An alarm comes once a minute; a little early is in time. */
const pollEvery = minute - 5_000;
const longestWait = 30 * minute;
/** A list is asked for again at most this often, unless somebody asks for it. */
const listFor = minute;

/** Milliseconds until a tool that failed is asked again: twice as long each time, and not all browsers at once. */
export function backOff(failures: number, retryAfterMs: number | null, random: () => number): number {
  const wait = Math.min(longestWait, minute * 2 ** Math.min(failures - 1, 10));
  return Math.max(retryAfterMs ?? 0, wait * (0.75 + random() / 2));
}

/** What an answer to a poll makes of a pairing. */
function polled(pairing: Pairing, answer: ToolAnswer<Pairing['counts']>, now: number, random: () => number): Pairing {
  const well = { lost: false, failures: 0, checkedAt: now, nextPollAt: now + pollEvery };
  switch (answer.kind) {
    case 'ok':
      return { ...pairing, ...well, counts: answer.value, countsTag: answer.tag };
    case 'unchanged':
      return { ...pairing, ...well };
    case 'lost':
      return { ...pairing, lost: true, counts: null, countsTag: null, waiting: null, waitingTag: null, checkedAt: now };
    case 'away':
    case 'refused': {
      const failures = pairing.failures + 1;
      const wait = backOff(failures, answer.kind === 'away' ? answer.retryAfterMs : null, random);
      return { ...pairing, failures, nextPollAt: now + wait };
    }
  }
}

/** The pairings, each with whether the browser lets the extension reach its tool: a person can take that away any time. */
export const withReach = ({ browser }: Pick<Background, 'browser'>, pairings: readonly Pairing[]) =>
  Promise.all(
    pairings.map(async (pairing) => ({ ...pairing, allowed: await browser.mayReach(patternOf(pairing.toolUrl)) })),
  );

export async function drawBadge(background: Background): Promise<void> {
  const { state, browser, now } = background;
  await browser.showBadge(badgeOf(await withReach(background, (await state.kept()).pairings), now()));
}

/** Asks every tool whose turn it is, and draws the badge. @param urgent asks also those whose turn it is not */
export async function poll(background: Background, urgent = false): Promise<void> {
  const { state, api, now, random } = background;
  const pairings = await withReach(background, (await state.kept()).pairings);
  const due = pairings.filter((pairing) => !pairing.lost && pairing.allowed && (urgent || pairing.nextPollAt <= now()));
  await Promise.all(
    due.map(async ({ id, toolUrl, token, countsTag, counts }) => {
      const answer = await api('counts', { toolUrl, token, tag: counts === null ? null : countsTag });
      await state.keep((kept) => withPairing(kept, id, (pairing) => polled(pairing, answer, now(), random)));
    }),
  );
  await drawBadge(background);
}

/** Brings the lists of what waits up to date. @param urgent asks though a list is fresh */
export async function refreshLists(background: Background, urgent: boolean): Promise<void> {
  const { state, api, now } = background;
  const pairings = await withReach(background, (await state.kept()).pairings);
  const due = pairings.filter(
    ({ lost, allowed, waitingAt }) => !lost && allowed && (urgent || waitingAt === null || now() - waitingAt > listFor),
  );
  await Promise.all(
    due.map(async ({ id, toolUrl, token, waiting, waitingTag }) => {
      const answer = await api('waiting', { toolUrl, token, tag: waiting === null ? null : waitingTag });
      await state.keep((kept) =>
        withPairing(kept, id, (pairing) => {
          if (answer.kind === 'lost') return { ...pairing, lost: true, counts: null, waiting: null };
          if (answer.kind === 'unchanged') return { ...pairing, waitingAt: now() };
          if (answer.kind !== 'ok') return pairing;
          const { person, expiresAt } = answer.value;
          return { ...pairing, person, expiresAt, waiting: answer.value, waitingTag: answer.tag, waitingAt: now() };
        }),
      );
    }),
  );
}
