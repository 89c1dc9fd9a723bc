import type { ComponentChildren } from 'preact';

/** Circle = learner, diamond = trainee assessor; solid = it counts. */
const drawings = {
  brand: (
    <>
      <circle cx="7.5" cy="8" r="5.7" />
      <rect class="solid" x="8" y="8" width="10.5" height="10.5" rx="2.4" />
      <path class="cut" d="m10.6 13.4 2 2 3.4-4" />
    </>
  ),
  learner: (
    <>
      <circle cx="10" cy="10" r="7.6" />
      <path d="m6.7 10.3 2.3 2.3 4.3-5" />
    </>
  ),
  trainee: (
    <>
      <path d="M10 1.4 18.6 10 10 18.6 1.4 10Z" />
      <path d="m7.1 10.2 2 2 3.7-4.3" />
    </>
  ),
} satisfies Record<string, ComponentChildren>;

/** A drawing of 20 x 20; decoration only. */
export const Sign = ({ name }: { name: keyof typeof drawings }) => (
  <svg class="icon" viewBox="0 0 20 20" aria-hidden="true">
    {drawings[name]}
  </svg>
);
