import type { CriterionId } from '../../../../shared/domain/ids.ts';
import { reviewTexts } from '../../../../shared/texts/review.ts';
import { listed } from '../../../../shared/words/counted.ts';
import type { ForeignChange } from './foreign-changes.ts';

/** What others did, in one sentence a person and deed; a criterion ticked and unticked again is as it was. */
export function newsSentences(
  news: readonly ForeignChange[],
  learner: string,
  refOf: (id: CriterionId) => string,
): string[] {
  const words = reviewTexts.news;
  const last = new Map<string, Extract<ForeignChange, { id: CriterionId }>>();
  for (const one of news) {
    if (!('id' in one)) continue;
    const key = `${one.column} ${one.id}`;
    if (last.has(key)) last.delete(key);
    else last.set(key, one);
  }
  const byDeed = new Map<string, { readonly who: string; readonly kind: 'ticked' | 'unticked'; refs: string[] }>();
  for (const { kind, column, id, byName } of last.values()) {
    const who = byName ?? (column === 'learner' ? learner : words.somebody[column]);
    const deed = byDeed.get(`${who} ${kind}`) ?? { who, kind, refs: [] };
    deed.refs.push(refOf(id));
    byDeed.set(`${who} ${kind}`, deed);
  }
  const others = new Set(
    news.flatMap((one) => {
      if (one.kind === 'work') return [words.work(learner)];
      if (one.kind === 'handedOver') return [words.handedOver(one.byName)];
      if (one.kind === 'commented') return [words.commented(one.byName)];
      return one.kind === 'status' ? [words.status(one.status, learner)] : [];
    }),
  );
  return [...[...byDeed.values()].map(({ who, kind, refs }) => words[kind](who, listed(refs))), ...others];
}
