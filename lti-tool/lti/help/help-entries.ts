import { helpTexts } from '../../../shared/texts/help.ts';
import type { EntryRefusal } from '../../use-cases/enter.ts';
import type { LaunchRefusalCode } from '../refusals.ts';

export type HelpCode = LaunchRefusalCode | EntryRefusal;

/** What an administrator checks, most likely first. */
export type HelpEntry = { readonly check: readonly string[]; readonly moodle?: string; readonly canvas?: string };

/** The one source of the help pages and of docs/troubleshooting.md. Every code has its entry. */
export const helpEntries: Readonly<Record<HelpCode, HelpEntry>> = helpTexts;
