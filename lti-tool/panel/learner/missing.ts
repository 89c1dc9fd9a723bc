/** What an item lacks before it can be saved or submitted; null for nothing. */
export type Missing = 'title' | 'ticks' | 'files' | null;
