/** Areas of the panel that have a style sheet of their own, `styles/sheets/<name>.css`; where two differ, the later one wins. */
export const sheetNames = ['learner', 'evidence', 'matrix', 'pages', 'content', 'quality'] as const;
export type SheetName = (typeof sheetNames)[number];
