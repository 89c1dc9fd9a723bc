import { Html, html } from './html.ts';

const format = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'medium',
  timeStyle: 'short',
  timeZone: 'Europe/London',
});

/** A moment as people in Britain write it, with the exact one in the markup. */
export const moment = (iso: string | null): Html =>
  iso === null ? new Html('') : html`<time datetime="${iso}">${format.format(new Date(iso))}</time>`;

/** A score as gradebooks print it: two decimals, a dash for none. */
export const points = (score: number | null): string => (score === null ? '–' : score.toFixed(2));
