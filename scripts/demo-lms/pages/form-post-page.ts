import { type Html, html } from './html.ts';

/** A page that posts its form at once; the button is there for browsers without scripts. */
export const formPostPage = (to: string, fields: Record<string, string>): string => {
  const inputs: Html[] = Object.entries(fields).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  );
  return html`<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Opening the activity</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="/assets/northfield.css">
<script src="/assets/auto-submit.js" defer></script></head>
<body class="passing"><form method="post" action="${to}" data-auto-submit>${inputs}
<button class="primary">Continue to the activity</button></form></body></html>`.text;
};
