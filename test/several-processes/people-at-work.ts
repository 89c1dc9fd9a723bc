import { setTimeout as pause } from 'node:timers/promises';
import type { CaseloadView } from '../../shared/api/caseload-views.ts';
import type { AcceptedView, EvidenceView, MeView } from '../../shared/api/views.ts';
import type { Column } from '../../shared/domain/evidence.ts';
import { oneOf } from './seeded-random.ts';

/** Criteria of the sample qualification that the learners work on. */
const worked = ['201', '202'].flatMap((unit) =>
  ['1.1', '1.2', '1.3', '1.4', '2.1', '2.2'].map((ref) => `${unit}/${ref}`),
);

/** Every tick that the tool said it has written: whoever was told so may rely on it. */
export type Acknowledged = {
  readonly ticks: Array<{ readonly evidenceId: string; readonly column: Column; readonly criterionId: string }>;
  /** Requests whose answer never came. */
  unanswered: number;
  /** Requests that were answered. */
  answered: number;
};

export type Workplace = {
  readonly url: string;
  readonly random: () => number;
  readonly acknowledged: Acknowledged;
  readonly isOver: () => boolean;
  launch(person: string): Promise<string>;
};

/** A request by somebody who, where no answer comes, looks again later rather than giving up: null then. */
async function ask<T>({ url, acknowledged }: Workplace, token: string, method: string, path: string, body?: unknown) {
  try {
    const response = await fetch(url + path, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      signal: AbortSignal.timeout(15_000),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (response.status >= 500) throw new Error(`${response.status}`);
    acknowledged.answered += 1;
    return response.ok ? (JSON.parse(text) as T) : null;
  } catch {
    acknowledged.unanswered += 1;
    await pause(50);
    return null;
  }
}

async function launched(place: Workplace, person: string): Promise<string> {
  for (;;) {
    try {
      return await place.launch(person);
    } catch (error) {
      if (place.isOver()) throw error;
      place.acknowledged.unanswered += 1;
      await pause(50);
    }
  }
}

const note = ({ acknowledged }: Workplace, evidenceId: string, column: Column, ids: readonly string[]) =>
  acknowledged.ticks.push(...ids.map((criterionId) => ({ evidenceId, column, criterionId })));

const someOf = (random: () => number, ids: readonly string[]): string[] => {
  const chosen = ids.filter(() => random() < 0.4);
  return chosen.length > 0 ? chosen : [oneOf(random, ids)];
};

/** A learner writes item after item, ticks criteria in several goes and submits. */
export async function learnerAtWork(place: Workplace, person: string): Promise<void> {
  const token = await launched(place, person);
  let enrolmentId: string | null = null;
  while (enrolmentId === null && !place.isOver())
    enrolmentId = (await ask<MeView>(place, token, 'GET', '/api/me'))?.enrolmentId ?? null;
  while (!place.isOver()) {
    const wording = { title: `Work of ${person}`, method: 'observation', narrative: 'I listened first.', links: [] };
    const item = await ask<EvidenceView>(place, token, 'POST', `/api/enrolments/${enrolmentId}/evidence`, wording);
    if (item === null) continue;
    for (let times = 0; times < 3; times += 1) {
      const tick = someOf(place.random, worked);
      const body = { tick, untick: [] };
      if (await ask<EvidenceView>(place, token, 'POST', `/api/evidence/${item.id}/ticks`, body))
        note(place, item.id, 'learner', tick);
      if (times === 0) await ask(place, token, 'POST', `/api/evidence/${item.id}/submit`);
    }
    await pause(200 * place.random());
  }
}

/** Somebody who assesses takes what waits, in no order and together with the others, and never takes a tick back. */
export async function assessorAtWork(place: Workplace, person: string, column: 'trainee' | 'assessor'): Promise<void> {
  const token = await launched(place, person);
  while (!place.isOver()) {
    const caseload = await ask<CaseloadView>(place, token, 'GET', '/api/caseload');
    const waiting = caseload?.rows.flatMap((row) => row.waiting) ?? [];
    if (waiting.length === 0) {
      await pause(50);
      continue;
    }
    const address = `/api/evidence/${oneOf(place.random, waiting).evidenceId}`;
    const item = await ask<EvidenceView>(place, token, 'GET', address);
    if (item === null) continue;
    const dice = place.random();
    if (dice < 0.5) {
      const tick = someOf(place.random, worked);
      if (await ask(place, token, 'POST', `${address}/ticks`, { tick, untick: [] })) note(place, item.id, column, tick);
    } else if (dice < 0.85 || column === 'trainee') {
      const body = { of: 'learner', shown: item.may.acceptLearner };
      const answer = await ask<AcceptedView>(place, token, 'POST', `${address}/accept-all`, body);
      if (answer) note(place, item.id, column, answer.accepted);
    } else {
      await ask(place, token, 'POST', `${address}/finish`, { feedback: '' });
    }
  }
}
