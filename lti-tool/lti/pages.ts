import { randomBytes } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { helpPageTexts } from '../../shared/texts/help.ts';
import { language } from '../../shared/texts/language.ts';
import { openingTexts as texts } from '../../shared/texts/opening.ts';
import { framersFor } from './framing.ts';
import { pageStyle } from './page-style.ts';
import { FrameBlocked, type LaunchRefused, refusalStatuses, refusalTexts } from './refusals.ts';
import { type StorageTask, storageScript } from './storage-script.ts';

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
export const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (character) => escapes[character] ?? '');

const openIcon =
  '<svg class="icon" viewBox="0 0 20 20" aria-hidden="true"><path d="M11.5 3.5h5v5M16 4 9.5 10.5M8 4.5H3.5v12h12V12"/></svg>';
const noticeIcon =
  '<svg class="icon" viewBox="0 0 20 20" aria-hidden="true"><circle cx="10" cy="10" r="7.5"/><path d="M10 6v5M10 13.5v.5"/></svg>';

/** One self-contained page: it runs nothing but its own script, is never stored, and sends no address on. */
export function sendPage(
  response: ServerResponse,
  status: number,
  page: { title: string; main: string; script?: string },
): void {
  const nonce = randomBytes(16).toString('base64');
  const scripts = page.script === undefined ? '' : `<script nonce="${nonce}">${page.script}</script>`;
  const html = `<!doctype html>
<html lang="${language.tag}" dir="${language.direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(page.title)} - Countersign</title>
<link rel="icon" href="data:,">
<style nonce="${nonce}">${pageStyle}</style>
</head>
<body>
${page.main}
${scripts}
</body>
</html>
`;
  const scriptSource = page.script === undefined ? '' : `script-src 'nonce-${nonce}'; `;
  response.statusCode = status;
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': `default-src 'none'; ${scriptSource}style-src 'nonce-${nonce}'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors ${framersFor(response)}`,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  };
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  response.end(html);
}

/** Offers to start again in a window of its own, where the browser keeps the proof. */
function newWindowOffer({ newWindowPath, hintSpent }: FrameBlocked): string {
  const otherWay = hintSpent ? `<p>${escapeHtml(texts.newTab)}</p>` : '';
  return `<p><a class="button" href="${escapeHtml(newWindowPath)}" target="_blank" rel="noopener">${openIcon} ${escapeHtml(texts.newWindow)}</a></p>
${otherWay}`;
}

/** The page of a refused launch: what happened, what to do, and the code for the support desk. */
export function sendRefusal(response: ServerResponse, refused: LaunchRefused): void {
  const { code, about } = refused;
  const { title, happened, remedy } = refusalTexts[code];
  const blocked = refused instanceof FrameBlocked;
  const detail = about === null ? '' : ` (${escapeHtml(about)})`;
  const main = `<main data-code="${code}">${blocked ? openIcon : noticeIcon}<h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(happened)} ${escapeHtml(remedy)}</p>
${blocked ? newWindowOffer(refused) : ''}<p class="quiet">${escapeHtml(texts.stillStuck)} ${code}${detail}. <a href="/lti/help/${code}" target="_blank" rel="noopener">${escapeHtml(helpPageTexts.link)}</a></p></main>`;
  sendPage(response, refusalStatuses[code], { title, main });
}

const dataAttributes = (task: StorageTask) =>
  Object.entries(task)
    .map(([name, value]) => `data-${name}="${escapeHtml(value)}"`)
    .join(' ');

/** Before the platform's sign-in: leaves the browser proof in the platform's storage, then goes on. */
export function sendStoragePutPage(response: ServerResponse, task: Extract<StorageTask, { task: 'put' }>): void {
  const main = `<main ${dataAttributes(task)} role="status"><h1>${escapeHtml(texts.heading)}</h1>
<noscript><p><a class="button" href="${escapeHtml(task.otherwise)}">${escapeHtml(texts.goOn)}</a></p></noscript></main>`;
  sendPage(response, 200, { title: texts.title, main, script: storageScript });
}

/** After it: asks the platform's storage for the proof and sends the launch again with it. */
export function sendStorageGetPage(
  response: ServerResponse,
  task: Extract<StorageTask, { task: 'get' }>,
  launch: { readonly path: string; readonly state: string; readonly idToken: string; readonly proofField: string },
): void {
  const main = `<main ${dataAttributes(task)} role="status"><h1>${escapeHtml(texts.heading)}</h1>
<form method="post" action="${escapeHtml(launch.path)}">
<input type="hidden" name="state" value="${escapeHtml(launch.state)}">
<input type="hidden" name="id_token" value="${escapeHtml(launch.idToken)}">
<input type="hidden" name="${escapeHtml(launch.proofField)}" value="none" id="proof">
<noscript><button class="button">${escapeHtml(texts.goOn)}</button></noscript></form></main>`;
  sendPage(response, 200, { title: texts.title, main, script: storageScript });
}
