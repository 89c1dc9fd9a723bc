import { isPartlyConfirmed, type Standing, standingOf } from '../../../shared/domain/standing.ts';

/** Pixels of a cell; the stylesheet says the same. */
export const cellWidth = 24;
export const cellHeight = 25;

const ring = (x: number): string => `M${x + 6.7} 12.5a5.3 5.3 0 1 0 10.6 0a5.3 5.3 0 1 0-10.6 0z`;
const dot = (x: number, r: number): string =>
  `M${x + 12 - r} 12.5a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0-${2 * r} 0z`;

/** The symbols of parts/Icon.tsx at 16 pixels, as paths that start at the left edge of their cell. */
const outlines: Readonly<Record<Standing, (x: number) => string>> = {
  confirmed: (x) =>
    `M${x + 8.5} 6.6h7a2.4 2.4 0 0 1 2.4 2.4v7a2.4 2.4 0 0 1-2.4 2.4h-7a2.4 2.4 0 0 1-2.4-2.4v-7a2.4 2.4 0 0 1 2.4-2.4z`,
  reopened: (x) => `M${x + 16.7} 11.1a5 5 0 1 0 .3 2.2M${x + 17.1} 7.4v3.8h-3.8`,
  awaitingCountersign: (x) => `M${x + 12} 6l6.5 6.5-6.5 6.5-6.5-6.5z`,
  awaitingAssessor: ring,
  notAgreed: (x) => `M${x + 8} 8.5l8 8m0-8-8 8`,
  draft: ring,
  untouched: (x) => dot(x, 0.8),
};
/** What is drawn on top: the tick cut out of the square, the dot in the diamond. */
const details: Partial<Record<Standing, (x: number) => string>> = {
  confirmed: (x) => `M${x + 9} 12.8l2.1 2.1 3.9-4.6`,
  awaitingCountersign: (x) => dot(x, 1.3),
};
/** Confirmed, but not on enough evidence: the square stays hollow. */
const partly = (x: number): string => `${outlines.confirmed(x)}M${x + 9} 12.8l2.1 2.1 3.9-4.6`;
const outside = (x: number): string => `M${x + 9.5} 12.5h5`;

export type MarkKind = Standing | 'partly' | 'none';
/** How a letter is drawn. */
export const markOf = (letter: string): MarkKind =>
  isPartlyConfirmed(letter) ? 'partly' : (standingOf(letter) ?? 'none');

export type StretchMark = {
  readonly standing: MarkKind;
  /** True for what is drawn on top of the outline. */
  readonly detail: boolean;
  readonly path: string;
};

/**
 * The symbols of a stretch of cells as one path for each standing: a browser draws a thousand cells this way at the cost
 * of a hundred drawings.
 */
export function stretchMarks(letters: string): StretchMark[] {
  const marks = new Map<string, { standing: MarkKind; detail: boolean; path: string }>();
  const add = (standing: MarkKind, detail: boolean, path: string) => {
    const key = `${standing} ${detail}`;
    const mark = marks.get(key) ?? { standing, detail, path: '' };
    mark.path += path;
    marks.set(key, mark);
  };
  for (let place = 0; place < letters.length; place += 1) {
    const x = place * cellWidth;
    const standing = markOf(letters.charAt(place));
    if (standing === 'none' || standing === 'partly') {
      add(standing, false, standing === 'none' ? outside(x) : partly(x));
      continue;
    }
    add(standing, false, outlines[standing](x));
    const detail = details[standing];
    if (detail) add(standing, true, detail(x));
  }
  return [...marks.values()].sort((a, b) => Number(a.detail) - Number(b.detail));
}
