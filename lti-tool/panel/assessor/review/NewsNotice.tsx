import type { CriterionId } from '../../../../shared/domain/ids.ts';
import { reviewTexts } from '../../../../shared/texts/review.ts';
import { Icon } from '../../parts/Icon.tsx';
import type { ForeignChange } from './foreign-changes.ts';
import { newsSentences } from './news-sentences.ts';

type Props = {
  readonly news: readonly ForeignChange[];
  readonly learner: string;
  readonly refOf: (id: CriterionId) => string;
  readonly onNoted: () => void;
};

/** Says what others did to the item since it was opened. The live region is always there, so that it is heard. */
export function NewsNotice({ news, learner, refOf, onNoted }: Props) {
  const words = reviewTexts.news;
  const isTalk = news.every(({ kind }) => kind === 'commented');
  return (
    <div role="status">
      {news.length > 0 && (
        <div class="notice">
          <Icon name="reopened" />
          <p>
            <b>{isTalk ? words.said : words.heading}</b> {newsSentences(news, learner, refOf).join(' ')}
          </p>
          <button type="button" class="button" onClick={onNoted}>
            {words.noted}
          </button>
        </div>
      )}
    </div>
  );
}
