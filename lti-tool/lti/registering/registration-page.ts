import type { ServerResponse } from 'node:http';
import { registeringTexts as texts } from '../../../shared/texts/registering.ts';
import type { Registration } from '../../use-cases/lti-ports.ts';
import { escapeHtml, sendPage } from '../pages.ts';
import { scope } from '../settings.ts';
import type { ToolRegistration } from './tool-registration.ts';

const serviceNames: Readonly<Record<string, string>> = {
  [scope.lineItem]: texts.services.lineItem,
  [scope.score]: texts.services.score,
  [scope.result]: texts.services.result,
  [scope.memberships]: texts.services.memberships,
};

/** Tells the platform's page, around this frame or behind this window, that registration is over: it holds no secret. */
const closeScript = `document.querySelector('#close').addEventListener('click', () => {
  (window.opener || window.parent).postMessage({ subject: 'org.imsglobal.lti.close' }, '*');
});`;

const list = (lines: readonly string[]) => `<ul>${lines.map((line) => `<li>${escapeHtml(line)}</li>`).join('')}</ul>`;

const nextStep = ({ active }: Registration, product: string): string => {
  const next = product === 'canvas' ? texts.nextInCanvas : texts.nextElsewhere;
  return active ? next : texts.activateFirst(next);
};

/** The confirmation: what was registered, what comes next, and the button that closes it. */
export function sendRegistered(
  response: ServerResponse,
  registration: Registration,
  { messages, granted, product }: Pick<ToolRegistration, 'messages'> & { granted: readonly string[]; product: string },
): void {
  const main = `<main data-registered="${escapeHtml(registration.id)}"><h1>${escapeHtml(texts.heading)}</h1>
<dl><dt>${escapeHtml(texts.site)}</dt><dd>${escapeHtml(registration.issuer)}</dd><dt>${escapeHtml(texts.clientId)}</dt><dd>${escapeHtml(registration.clientId)}</dd></dl>
<p>${escapeHtml(nextStep(registration, product))}</p>
<p><button class="button" id="close" type="button">${escapeHtml(texts.done)}</button></p>
<div class="facts"><h2>${escapeHtml(texts.it)}</h2>${list(messages.map(({ type }) => texts.messages[type]))}
<h2>${escapeHtml(texts.itMay)}</h2>${list(granted.flatMap((name) => serviceNames[name] ?? []))}
<h2>${escapeHtml(texts.itIsTold)}</h2>${list([texts.told])}</div></main>`;
  sendPage(response, 200, { title: texts.title, main, script: closeScript });
}
