import { type AddressPolicy, longestAddress, platformUrl } from './address-policy.ts';
import { LaunchRefused } from './refusals.ts';

/** Readers for claims of an id_token. Each takes the claim's name for the refusal; none repeats a value. */
export type Claims = Readonly<Record<string, unknown>>;

const longestText = 255;
const control = /\p{Cc}/u;
const controls = /\p{Cc}+/gu;

const invalid = (about: string) => new LaunchRefused('LAUNCH_CLAIM_INVALID', about);
const isAbsent = (value: unknown): value is null | undefined => value === undefined || value === null;

/** A claim that is an object; null where absent. */
export function objectClaim(value: unknown, about: string): Claims | null {
  if (isAbsent(value)) return null;
  if (typeof value !== 'object' || Array.isArray(value)) throw invalid(about);
  return value as Claims;
}

/** An identifier: 1 to 255 characters, kept exactly as sent. */
export function idClaim(value: unknown, about: string): string {
  if (isAbsent(value) || value === '') throw new LaunchRefused('LAUNCH_CLAIM_MISSING', about);
  if (typeof value !== 'string' || value.length > longestText || value.trim() === '' || control.test(value))
    throw invalid(about);
  return value;
}

/** A text for people; cut at 255 characters, null where absent or empty. */
export function titleClaim(value: unknown, about: string): string | null {
  if (isAbsent(value)) return null;
  if (typeof value !== 'string') throw invalid(about);
  const text = value.replace(controls, ' ').trim();
  // The second step drops half of a character that the cut went through.
  return text === '' ? null : text.slice(0, longestText).replace(/[\ud800-\udbff]$/, '');
}

/** A list of identifiers. */
export function idsClaim(value: unknown, about: string, most: number): string[] {
  if (!Array.isArray(value) || value.length > most) throw invalid(about);
  return value.map((entry: unknown) => idClaim(entry, about));
}

/** An address of a platform's service; null where absent or empty. */
export function addressClaim(value: unknown, about: string, policy: AddressPolicy): string | null {
  if (isAbsent(value) || value === '') return null;
  if (typeof value !== 'string' || value.length > longestAddress || platformUrl(value, policy) === null)
    throw invalid(about);
  return value;
}

const mostCustom = 200;
const longestCustom = 2_048;

/** Custom parameters: texts of at most 2,048 characters; others are left out. */
export function customClaim(value: unknown, about: string): Record<string, string> {
  const entries = Object.entries(objectClaim(value, about) ?? {});
  if (entries.length > mostCustom) throw invalid(about);
  if (entries.some(([name]) => name === '__proto__' || name.length > longestText)) throw invalid(about);
  return Object.fromEntries(
    entries.flatMap(([name, text]) => (typeof text === 'string' && text.length <= longestCustom ? [[name, text]] : [])),
  );
}
