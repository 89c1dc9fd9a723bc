import type { ApiError } from '../../../shared/client/api-client.ts';
import { partsTexts } from '../../../shared/texts/parts.ts';
import { Icon } from './Icon.tsx';

type Props = {
  readonly error: ApiError;
  readonly title?: string;
  /** Instead of the error's own text. */
  readonly text?: string;
  readonly action?: { readonly label: string; readonly run: () => void };
};

/** Trouble in the middle of a page: what happened, what to do next. Amber where waiting helps, red where it does not. */
export function Trouble({ error, title, text = error.message, action }: Props) {
  const offline = error.code === 'offline';
  return (
    <div class={offline ? 'notice' : 'notice error'} role="alert" data-code={error.code}>
      <Icon name={offline ? 'offline' : 'alert'} />
      <p>
        {title && <b>{title} </b>}
        {text}{' '}
        {!offline && (
          <small>
            {error.code}
            {error.requestId ? ` · ${partsTexts.request(error.requestId)}` : ''}
          </small>
        )}
      </p>
      {action && (
        <button type="button" class="button" onClick={action.run}>
          {action.label}
        </button>
      )}
    </div>
  );
}
