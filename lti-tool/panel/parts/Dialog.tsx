import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';

type Props = {
  readonly title: string;
  readonly onClose: () => void;
  /** Where focus goes when whatever opened the dialog is gone by the time it closes. */
  readonly home?: () => HTMLElement | null;
  readonly children: ComponentChildren;
};

/**
 * A modal dialog. Focus starts on the title, never on a button, so that a stray Enter confirms nothing;
 * Escape closes; focus goes back to where it was.
 */
export function Dialog({ title, onClose, home, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const homeNow = useRef(home);
  homeNow.current = home;
  const titleId = useId();
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    heading.current?.focus();
    return () => {
      element?.close();
      // After this render: the opener may have gone with it.
      queueMicrotask(() => {
        if (document.activeElement === document.body) homeNow.current?.()?.focus({ preventScroll: true });
      });
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <h2 id={titleId} ref={heading} tabIndex={-1}>
        {title}
      </h2>
      {children}
    </dialog>
  );
}
