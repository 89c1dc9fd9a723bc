import { type Html, html } from './html.ts';

/** A page that posts its form at once; the button is there for browsers without scripts. */
export const formPostPage = (to: string, fields: Record<string, string>): string => {
  const inputs: Html[] = Object.entries(fields).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  );
  return passingPage(
    'Opening the activity',
    html`<form method="post" action="${to}" data-auto-submit>${inputs}
<button class="primary">Continue to the activity</button></form>`,
    html`<script src="/assets/auto-submit.js" defer></script>`,
  );
};

/** A page without the frame around it, on the way to another or inside a frame. */
export const passingPage = (title: string, body: Html, head: Html | null = null): string =>
  html`<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="/assets/northfield.css">
${head}</head>
<body class="passing">${body}</body></html>`.text;
