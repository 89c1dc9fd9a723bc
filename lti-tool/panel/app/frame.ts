/**
 * Tells the LMS how tall the page is, in both forms that platforms understand (Canvas's and Moodle's).
 * Only the platform that launched us is told.
 */
export function fitFrame(page: Window, platformOrigin: string): void {
  if (page.parent === page || platformOrigin === '') return;
  page.document.documentElement.classList.add('framed');
  let last = 0;
  const tell = () => {
    // The box of the content, not scrollHeight, which never gets smaller than the frame.
    const height = Math.ceil(page.document.documentElement.getBoundingClientRect().height);
    if (height === last) return;
    last = height;
    page.parent.postMessage(JSON.stringify({ subject: 'lti.frameResize', height }), platformOrigin);
    page.parent.postMessage({ subject: 'lti.frameResize', height }, platformOrigin);
  };
  new ResizeObserver(tell).observe(page.document.documentElement);
}
