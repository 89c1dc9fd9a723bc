/** A line or area of a drawing, as an element of SVG. Classes: `solid` is filled, `cut` is cut out of what is under it. */
export type Shape = readonly [tag: 'circle' | 'path' | 'rect', attributes: Readonly<Record<string, string>>];

/**
 * The drawings that panel and extension share, lines of 20 x 20. Circle = learner, diamond = trainee assessor, square =
 * assessor; solid = it counts.
 */
export const signs = {
  brand: [
    ['circle', { cx: '7.5', cy: '8', r: '5.7' }],
    ['rect', { class: 'solid', x: '8', y: '8', width: '10.5', height: '10.5', rx: '2.4' }],
    ['path', { class: 'cut', d: 'm10.6 13.4 2 2 3.4-4' }],
  ],
  learner: [
    ['circle', { cx: '10', cy: '10', r: '7.6' }],
    ['path', { d: 'm6.7 10.3 2.3 2.3 4.3-5' }],
  ],
  trainee: [
    ['path', { d: 'M10 1.4 18.6 10 10 18.6 1.4 10Z' }],
    ['path', { d: 'm7.1 10.2 2 2 3.7-4.3' }],
  ],
  close: [['path', { d: 'm5 5 10 10M15 5 5 15' }]],
} as const satisfies Readonly<Record<string, readonly Shape[]>>;
