import type { ComponentChildren } from 'preact';
import { shapes } from '../../../shared/drawings/shapes.tsx';
import { signs } from '../../../shared/drawings/signs.ts';

/** Lines of 20 x 20: those that the extension shows too, and the panel's own. */
const drawings = {
  brand: shapes(signs.brand),
  learner: shapes(signs.learner),
  trainee: shapes(signs.trainee),
  close: shapes(signs.close),
  confirmed: (
    <>
      <rect class="solid" x="2.6" y="2.6" width="14.8" height="14.8" rx="3" />
      <path class="cut" d="m6.3 10.4 2.6 2.6 4.9-5.8" />
    </>
  ),
  awaitingCountersign: (
    <>
      <path d="M10 1.9 18.1 10 10 18.1 1.9 10Z" stroke-width="2.2" />
      <circle class="solid" cx="10" cy="10" r="1.6" />
    </>
  ),
  awaitingAssessor: <circle cx="10" cy="10" r="6.6" stroke-width="2.4" />,
  notAgreed: <path d="m5 5 10 10M15 5 5 15" stroke-width="2.4" />,
  reopened: <path d="M15.9 8.2A6.3 6.3 0 1 0 16.3 11M16.4 3.6v4.8h-4.8" stroke-width="2" />,
  draft: <circle cx="10" cy="10" r="6.6" stroke-dasharray="2.4 3.1" stroke-width="1.8" />,
  untouched: <circle class="solid" cx="10" cy="10" r="1" />,
  back: <path d="m12 4.5-5.5 5.5 5.5 5.5" />,
  next: <path d="m8 4.5 5.5 5.5L8 15.5" />,
  up: <path d="m4.5 12 5.5-5.5 5.5 5.5" />,
  down: <path d="m4.5 8 5.5 5.5L15.5 8" />,
  leave: <path d="M11.5 4.5V3h-8v14h8v-1.5M8.5 10h8.5M14 6.8l3.2 3.2-3.2 3.2" />,
  plus: <path d="M10 4v12M4 10h12" />,
  undo: <path d="M7.5 4.5 3.5 8.5l4 4M3.5 8.5h8.2a4.3 4.3 0 0 1 0 8.6H8" />,
  search: <path d="M14.2 9a5.2 5.2 0 1 1-10.4 0 5.2 5.2 0 0 1 10.4 0ZM13 13l3.6 3.6" />,
  clock: <path d="M17 10a7 7 0 1 1-14 0 7 7 0 0 1 14 0ZM10 6v4.3l2.8 1.6" />,
  open: <path d="M11.5 3.5h5v5M16 4 9.5 10.5M8 4.5H3.5v12h12V12" />,
  link: <path d="m8.3 11.7 3.4-3.4M9 6l1.6-1.6a3.5 3.5 0 0 1 5 5L14 11M11 14l-1.6 1.6a3.5 3.5 0 0 1-5-5L6 9" />,
  file: <path d="M5 2.8h6.5L15.5 7v10.2H5ZM11.3 3v4.2h4" />,
  sound: <path d="M3.5 8v4M7 5.5v9M10.5 3v14M14 6.5v7M17 8.5v3" />,
  image: (
    <path d="M5 3.5h10a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-9a2 2 0 0 1 2-2ZM3.5 14l4-4 3.5 3.5 2-2 3.5 3.5M12.5 7.2h.1" />
  ),
  film: <path d="M5 4h10a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2ZM8.5 7.5v5l4-2.5Z" />,
  alert: <path d="M10 2.8 18 16.6H2ZM10 8v4M10 14.2v.3" />,
  offline: (
    <path d="m3 3 14 14M2.5 8.2a11 11 0 0 1 4-2.4M17.5 8.2a11 11 0 0 0-6-2.9M5.5 11.4a6.6 6.6 0 0 1 4-1.9M10 15.6v.1" />
  ),
  shuffle: <path d="M3 6h3l7.5 8H17M3 14h3l1.8-2M11 8.6 13.5 6H17M14.5 3.5 17 6l-2.5 2.5M14.5 11.5 17 14l-2.5 2.5" />,
} satisfies Record<string, ComponentChildren>;
export type IconName = keyof typeof drawings;

/** A drawing of 20 x 20. Without a label it is decoration, and hidden from screen readers. */
export function Icon({ name, label }: { name: IconName; label?: string }) {
  return label ? (
    <svg class="icon" viewBox="0 0 20 20" role="img" aria-label={label}>
      {drawings[name]}
    </svg>
  ) : (
    <svg class="icon" viewBox="0 0 20 20" aria-hidden="true">
      {drawings[name]}
    </svg>
  );
}
