import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { partsTexts } from '../../../shared/texts/parts.ts';
import { place } from '../app/router.ts';

/** Where the panel was opened. The first page keeps the focus where the browser put it. */
const arrivedAt = place.peek();

/**
 * The one h1 of a page. It takes the focus when one comes here from another page, so that a screen reader reads on from it;
 * at once, so that it takes it from nothing that was reached in the new page.
 */
export function PageHeading({ children, title }: { children: ComponentChildren; title: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    document.title = partsTexts.pageTitle(title);
    if (place.peek() !== arrivedAt) heading.current?.focus();
  }, [title]);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  );
}
