import { signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';

/** Whether single keys act. One can turn them off for a visit, as speech users need (WCAG 2.1.4). */
const on = signal(true);

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.matches('textarea, select, [contenteditable]') ||
    (target instanceof HTMLInputElement && target.type !== 'checkbox'));

export type ReviewKeys = { readonly on: boolean; readonly turn: (on: boolean) => void };

/** Single-key shortcuts of the review: not while one writes, not under a dialog, not with Ctrl, Alt or Meta. */
export function useReviewKeys(actions: Readonly<Record<string, () => void>>): ReviewKeys {
  const latest = useRef(actions);
  latest.current = actions;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isWriting(event.target)) return;
      if (!on.peek() || document.querySelector('dialog[open]')) return;
      const action = latest.current[event.key];
      if (!action) return;
      event.preventDefault();
      action();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
  return {
    on: on.value,
    turn: (wanted) => {
      on.value = wanted;
    },
  };
}
