import { qualityNoticeTexts } from '../../../../shared/texts/quality-notices.ts';
import { Icon } from '../../parts/Icon.tsx';
import { type AskedHistory, askedHistory } from './asked-history.ts';

type Props = AskedHistory & {
  readonly inTabOrder?: boolean;
  /** With its words beside the symbol, where there is room. */
  readonly withText?: boolean;
};

/** Opens the history of one criterion of one learner. */
export function HistoryButton({ inTabOrder = true, withText = false, ...asked }: Props) {
  return (
    <button
      type="button"
      class="link history-link"
      aria-haspopup="dialog"
      aria-label={qualityNoticeTexts.historyOf(asked.label)}
      title={qualityNoticeTexts.historyOf(asked.label)}
      tabIndex={inTabOrder ? 0 : -1}
      onClick={() => {
        askedHistory.value = asked;
      }}
    >
      <Icon name="clock" />
      {withText && <span>{qualityNoticeTexts.historyOf(asked.label)}</span>}
    </button>
  );
}
