type Props = {
  /** What the dialog asks for; none where it only shows something. Without `run` it submits the form around it. */
  readonly main?: { readonly label: string; readonly run?: () => void; readonly disabled?: boolean };
  /** The way out, which changes nothing. */
  readonly out: { readonly label: string; readonly run: () => void };
};

/** The buttons at the foot of a dialog. */
export function DialogActions({ main, out }: Props) {
  return (
    <div class="actions">
      {main && (
        <button
          type={main.run ? 'button' : 'submit'}
          class="button primary"
          disabled={main.disabled}
          onClick={main.run}
        >
          {main.label}
        </button>
      )}
      <button type="button" class="button" onClick={out.run}>
        {out.label}
      </button>
    </div>
  );
}
