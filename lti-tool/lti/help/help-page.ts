import type { ServerResponse } from 'node:http';
import { helpPageTexts as texts } from '../../../shared/texts/help.ts';
import { entryRefusalTexts } from '../../../shared/texts/opening.ts';
import type { EntryRefusal } from '../../use-cases/enter.ts';
import { frameByNobody } from '../framing.ts';
import { escapeHtml, sendPage } from '../pages.ts';
import { refusalTexts } from '../refusals.ts';
import { type HelpCode, helpEntries } from './help-entries.ts';

/** Addresses of the help pages: /lti/help/ and a code. They are the same for everybody and hold nothing of a launch. */
export const helpPrefix = '/lti/help/';

const isCode = (text: string): text is HelpCode => Object.hasOwn(helpEntries, text);
const isEntry = (code: HelpCode): code is EntryRefusal => Object.hasOwn(entryRefusalTexts, code);
export const helpTitle = (code: HelpCode): string =>
  (isEntry(code) ? entryRefusalTexts[code] : refusalTexts[code]).title;

/** The page of a code; false where there is no such code. */
export function sendHelp(response: ServerResponse, code: string): boolean {
  if (!isCode(code)) return false;
  const { check, moodle, canvas } = helpEntries[code];
  const lines = [...check, ...(moodle ? [texts.inMoodle(moodle)] : []), ...(canvas ? [texts.inCanvas(canvas)] : [])];
  const title = helpTitle(code);
  const main = `<main data-help="${code}"><h1>${escapeHtml(title)}</h1><p>${code}</p>
<div class="facts"><h2>${escapeHtml(texts.forWhom)}</h2>
<ul>${lines.map((line) => `<li>${escapeHtml(line)}</li>`).join('')}</ul></div></main>`;
  frameByNobody(response);
  sendPage(response, 200, { title, main });
  return true;
}
