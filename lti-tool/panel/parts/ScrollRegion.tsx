import type { ComponentChildren, RefObject } from 'preact';

type Props = {
  readonly class: string;
  readonly label: string;
  readonly region?: RefObject<HTMLElement | null>;
  /** For a region whose cells the keyboard moves in. */
  readonly keys?: (event: KeyboardEvent) => void;
  readonly click?: (event: MouseEvent) => void;
  readonly children: ComponentChildren;
};

/** A part of the page that scrolls by itself, so it has a name and can be reached and scrolled by keyboard. */
export function ScrollRegion({ class: name, label, region, keys, click, children }: Props) {
  const handlers = { ...(keys ? { onKeyDown: keys } : {}), ...(click ? { onClick: click } : {}) };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without it no keyboard could scroll the region (axe: scrollable-region-focusable)
    <section class={name} aria-label={label} tabIndex={0} {...(region ? { ref: region } : {})} {...handlers}>
      {children}
    </section>
  );
}
