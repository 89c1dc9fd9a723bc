import type { Shape } from './signs.ts';

/** The shapes of a drawing, to be put into an `svg` of 20 x 20. */
export const shapes = (drawing: readonly Shape[]) =>
  drawing.map(([Tag, attributes]) => <Tag key={JSON.stringify(attributes)} {...attributes} />);
