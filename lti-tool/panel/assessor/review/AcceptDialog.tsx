import { useState } from 'preact/hooks';
import { reviewTexts } from '../../../../shared/texts/review.ts';
import { Dialog } from '../../parts/Dialog.tsx';
import { DialogActions } from '../../parts/DialogActions.tsx';
import { ScrollRegion } from '../../parts/ScrollRegion.tsx';
import type { AcceptPrompt } from './accept-prompt.ts';

type Props = {
  readonly prompt: AcceptPrompt;
  readonly onConfirm: () => Promise<void>;
  readonly onCancel: () => void;
  readonly home: () => HTMLElement | null;
};

/** Asks before all ticks of a column are accepted: how many, which, whose, and what stays as it is. */
export function AcceptDialog({ prompt: now, onConfirm, onCancel, home }: Props) {
  // What was asked stays what is asked and sent, whatever arrives meanwhile.
  const [prompt] = useState(now);
  const [busy, setBusy] = useState(false);
  const { lead } = prompt;
  const words = reviewTexts;
  const confirm = () => {
    setBusy(true);
    void onConfirm();
  };
  return (
    <Dialog title={prompt.title} onClose={onCancel} home={home}>
      <p>
        {lead.verb} <b>{lead.count}</b> {lead.where} <b>{lead.who}</b> {lead.when}
      </p>
      <ScrollRegion class="asked" label={words.accept.criteria}>
        {prompt.units.map((unit) => (
          <section key={unit.ref}>
            {prompt.units.length > 1 && (
              <h3>
                {unit.ref} {unit.title}
              </h3>
            )}
            <ol>
              {unit.criteria.map((criterion) => (
                <li class="criterion" key={criterion.id}>
                  <b>{criterion.ref}</b> <span>{criterion.text}</span>
                </li>
              ))}
            </ol>
          </section>
        ))}
      </ScrollRegion>
      <p class="quiet">
        {words.accept.notTouched} {prompt.notTouched.join(' ')}
      </p>
      <p class="quiet">{prompt.afterwards}</p>
      <DialogActions
        main={{ label: prompt.button, run: confirm, disabled: busy }}
        out={{ label: words.cancel, run: onCancel }}
      />
    </Dialog>
  );
}
