import type { ServerResponse } from 'node:http';
import type { EntryRefusal } from '../../use-cases/enter.ts';
import { frameByNobody } from '../framing.ts';
import { escapeHtml, sendPage } from '../pages.ts';
import { refusals } from '../refusals.ts';
import { type HelpCode, helpEntries } from './help-entries.ts';

/** Addresses of the help pages: /lti/help/ and a code. They are the same for everybody and hold nothing of a launch. */
export const helpPrefix = '/lti/help/';

const isCode = (text: string): text is HelpCode => Object.hasOwn(helpEntries, text);
const isEntry = (code: HelpCode): code is EntryRefusal => Object.hasOwn(entryTitles, code);
const entryTitles: Readonly<Record<EntryRefusal, string>> = {
  noRole: 'The course did not say what your role is',
  anonymousLaunch: 'The course did not say who you are',
  contentNotAllowed: 'Your role does not add activities',
  contentNotTaken: 'This place takes no links',
};

export const helpTitle = (code: HelpCode): string => (isEntry(code) ? entryTitles[code] : refusals[code].title);

/** The page of a code; false where there is no such code. */
export function sendHelp(response: ServerResponse, code: string): boolean {
  if (!isCode(code)) return false;
  const { check, moodle, canvas } = helpEntries[code];
  const lines = [...check, ...(moodle ? [`In Moodle: ${moodle}`] : []), ...(canvas ? [`In Canvas: ${canvas}`] : [])];
  const title = helpTitle(code);
  const main = `<main data-help="${code}"><h1>${escapeHtml(title)}</h1><p>${code}</p>
<div class="facts"><h2>For whoever looks after the connection</h2>
<ul>${lines.map((line) => `<li>${escapeHtml(line)}</li>`).join('')}</ul></div></main>`;
  frameByNobody(response);
  sendPage(response, 200, { title, main });
  return true;
}
