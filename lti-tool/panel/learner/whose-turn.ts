import type { CriterionStandingView, EvidenceSummary, PersonView } from '../../../shared/api/views.ts';
import { turnOf } from '../../../shared/domain/explanation.ts';
import type { EvidenceId } from '../../../shared/domain/ids.ts';
import { earlier, type Instant } from '../../../shared/domain/instant.ts';
import type { Standing } from '../../../shared/domain/standing.ts';
import { learnerTexts } from '../../../shared/texts/learner.ts';

/** Criteria that wait on the same evidence for the same reason. */
export type WaitingRow = {
  readonly standing: Exclude<Standing, 'confirmed' | 'untouched'>;
  readonly evidenceId: EvidenceId;
  readonly title: string;
  /** The evidence came back with feedback, so its ticks have to be sent again. */
  readonly returned: boolean;
  readonly criteria: number;
  /** Whose tick it is: the trainee assessor's where a countersign is awaited. */
  readonly byName: string | null;
  /** Since when the longest waiting of them waits. */
  readonly since: Instant | null;
};

/** Why progress is not showing: what the learner can do now, and what waits for an assessor. Longest waiting first. */
export type Turns = { readonly learner: readonly WaitingRow[]; readonly assessor: readonly WaitingRow[] };

export function whoseTurn(
  criteria: readonly CriterionStandingView[],
  items: ReadonlyArray<Pick<EvidenceSummary, 'id' | 'title' | 'status'>>,
): Turns {
  const itemsById = new Map(items.map((item) => [item.id, item]));
  const rows = new Map<string, WaitingRow>();
  for (const { standing, evidenceId, byName, since } of criteria) {
    if (standing === 'confirmed' || standing === 'untouched' || evidenceId === null) continue;
    const trainee = standing === 'awaitingCountersign' ? byName : null;
    const key = JSON.stringify([standing, evidenceId, trainee]);
    const known = rows.get(key);
    const item = itemsById.get(evidenceId);
    rows.set(key, {
      standing,
      evidenceId,
      title: item?.title ?? learnerTexts.why.someEvidence,
      returned: item?.status === 'returned',
      criteria: (known?.criteria ?? 0) + 1,
      byName: trainee,
      since: earlier(known?.since ?? null, since),
    });
  }
  const sorted = [...rows.values()].sort((a, b) => ((a.since ?? '') < (b.since ?? '') ? -1 : 1));
  const of = (turn: 'learner' | 'assessor') => sorted.filter((row) => turnOf[row.standing] === turn);
  return { learner: of('learner'), assessor: of('assessor') };
}

/** "Priya Nair's turn (your assessor)". Names, never he or she. */
export function assessorsTurn(assessors: readonly PersonView[]): string {
  const words = learnerTexts.why;
  const [first, second, third] = assessors;
  if (!first) return words.anybodysTurn;
  if (!second) return words.turnOfOne(first.name);
  return third ? words.turnOfMany : words.turnOfTwo(first.name, second.name);
}
