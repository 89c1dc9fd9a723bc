import { signal } from '@preact/signals';

/** Whether the person here has ended their session: then there is nothing left to show. */
export const sessionEnded = signal(false);
