import type { ServerResponse } from 'node:http';
import type { Registration } from '../../use-cases/lti-ports.ts';
import { escapeHtml, sendPage } from '../pages.ts';
import { scope } from '../settings.ts';
import type { ToolRegistration } from './tool-registration.ts';

const messageNames = {
  LtiResourceLinkRequest: 'opens from a course',
  LtiDeepLinkingRequest: 'lets a teacher choose the qualification when adding an activity',
  LtiSubmissionReviewRequest: 'opens a learner’s review from the gradebook',
} as const;

const serviceNames: Readonly<Record<string, string>> = {
  [scope.lineItem]: 'keep its own gradebook column',
  [scope.score]: 'send confirmed progress to the gradebook',
  [scope.result]: 'read back what the gradebook shows',
  [scope.memberships]: 'read who is in a course',
};

/** Tells the platform's page, around this frame or behind this window, that registration is over: it holds no secret. */
const closeScript = `document.querySelector('#close').addEventListener('click', () => {
  (window.opener || window.parent).postMessage({ subject: 'org.imsglobal.lti.close' }, '*');
});`;

const list = (lines: readonly string[]) => `<ul>${lines.map((line) => `<li>${escapeHtml(line)}</li>`).join('')}</ul>`;

const nextStep = ({ active }: Registration, product: string): string => {
  const theirs =
    product === 'canvas'
      ? 'Finish in Canvas: switch the app on and choose where it is available.'
      : 'Then switch the tool on in the course site’s list of external tools.';
  return active
    ? theirs
    : `Whoever invited this site has to activate it before Countersign opens from it: npm run admin -- platform activate. ${theirs}`;
};

/** The confirmation: what was registered, what comes next, and the button that closes it. */
export function sendRegistered(
  response: ServerResponse,
  registration: Registration,
  { messages, granted, product }: Pick<ToolRegistration, 'messages'> & { granted: readonly string[]; product: string },
): void {
  const main = `<main data-registered="${escapeHtml(registration.id)}"><h1>Countersign is registered</h1>
<dl><dt>Course site</dt><dd>${escapeHtml(registration.issuer)}</dd><dt>Client id</dt><dd>${escapeHtml(registration.clientId)}</dd></dl>
<p>${escapeHtml(nextStep(registration, product))}</p>
<p><button class="button" id="close" type="button">Done: back to the course site</button></p>
<div class="facts"><h2>It</h2>${list(messages.map(({ type }) => messageNames[type]))}
<h2>It may</h2>${list(granted.flatMap((name) => serviceNames[name] ?? []))}
<h2>It is told</h2>${list(['each person’s name and role in the course; no email address'])}</div></main>`;
  sendPage(response, 200, { title: 'Registered', main, script: closeScript });
}
