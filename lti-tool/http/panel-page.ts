import type { Response } from 'express';
import { helpPageTexts } from '../../shared/texts/help.ts';
import { language } from '../../shared/texts/language.ts';
import { entryRefusalTexts, openingTexts } from '../../shared/texts/opening.ts';
import type { EntryRefusal, Start } from '../use-cases/enter.ts';
import { escaped, jsonInHtml } from './html.ts';

/** Addresses of the built panel. */
export type PanelAssets = { readonly script: string; readonly style: string; readonly preload: readonly string[] };

/**
 * The panel may talk to the tool alone, and only the platform of this launch may frame it.
 * @param formTarget the one origin that a form may be posted to; null for none
 */
const policy = (platformOrigin: string, formTarget: string | null): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' blob: data:",
    'media-src blob:',
    // A PDF beside the criteria.
    'frame-src blob:',
    "connect-src 'self'",
    "base-uri 'none'",
    `form-action ${formTarget ?? "'none'"}`,
    `frame-ancestors ${platformOrigin}`,
  ].join('; ');

type Page = {
  readonly status: number;
  readonly title: string;
  readonly head: string;
  readonly body: string;
  readonly formTarget?: string;
};

function sendPage(response: Response, assets: PanelAssets, platformOrigin: string, page: Page): void {
  response
    .status(page.status)
    .set({
      'content-security-policy': policy(platformOrigin, page.formTarget ?? null),
      'cache-control': 'no-store',
      'content-type': 'text/html; charset=utf-8',
    })
    .send(`<!doctype html>
<html lang="${language.tag}" dir="${language.direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(page.title)}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${escaped(assets.style)}">
${page.head}
</head>
<body>
${page.body}
</body>
</html>
`);
}

/** What the panel is told. The token is in the page's body, never in a URL or a cookie. */
export type PanelBoot = {
  readonly token: string;
  readonly platformOrigin: string;
  /** The place to open; null for the first. */
  readonly start: Start | null;
  /** Set where activities are chosen instead: the address of the platform that the answer is posted to. */
  readonly contentReturnUrl: string | null;
};

/** The answer to a launch: the panel. */
export function sendPanel(response: Response, assets: PanelAssets, boot: PanelBoot): void {
  const { contentReturnUrl } = boot;
  sendPage(response, assets, boot.platformOrigin, {
    status: 200,
    ...(contentReturnUrl !== null && { formTarget: new URL(contentReturnUrl).origin }),
    title: 'Countersign',
    head: assets.preload.map((href) => `<link rel="modulepreload" href="${escaped(href)}">`).join('\n'),
    body: `<div id="app"></div>
<noscript><p>${openingTexts.noScript}</p></noscript>
<script type="application/json" id="boot">${jsonInHtml(boot)}</script>
<script type="module" src="${escaped(assets.script)}"></script>`,
  });
}

const refusals: Readonly<Record<EntryRefusal, { readonly title: string; readonly advice: string }>> = entryRefusalTexts;

/** A launch that was genuine and still opens nothing: what happened, and what to do. */
export function sendEntryRefusal(
  response: Response,
  assets: PanelAssets,
  reason: EntryRefusal,
  platformOrigin: string,
): void {
  const { title, advice } = refusals[reason];
  sendPage(response, assets, platformOrigin, {
    status: 403,
    title: `${title} - Countersign`,
    head: '',
    body: `<main class="page"><div class="empty" data-code="${reason}"><h1>${title}</h1><p>${advice}</p><small>${reason}. <a href="/lti/help/${reason}" target="_blank" rel="noopener">${helpPageTexts.link}</a></small></div></main>`,
  });
}
