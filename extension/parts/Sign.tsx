import { shapes } from '../../shared/drawings/shapes.tsx';
import { signs } from '../../shared/drawings/signs.ts';

/** A drawing of 20 x 20; decoration only. */
export const Sign = ({ name }: { name: keyof typeof signs }) => (
  <svg class="icon" viewBox="0 0 20 20" aria-hidden="true">
    {shapes(signs[name])}
  </svg>
);
