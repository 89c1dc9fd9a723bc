import type { LaunchHints } from './launch/launch-hints.ts';
import type { SigningKey } from './launch/signing-key.ts';
import type { RegistrationTokens } from './registration/registration-tokens.ts';
import type { AccessTokens } from './services/access-tokens.ts';
import type { Failures } from './services/failures.ts';
import type { RequestLog } from './services/request-log.ts';
import type { ToolKeys } from './services/tool-keys.ts';
import type { Addresses } from './world/addresses.ts';
import type { Manner } from './world/manner.ts';
import type { World } from './world/world.ts';

/** Where the tool is, as it is registered with the LMS. */
export interface ToolAddresses {
  /** Third-party initiated login. */
  loginUrl: string;
  /** The target link URI, and the only redirect URI. */
  launchUrl: string;
  jwksUrl: string;
  /** Origin of the tool's pages: the only one that may use platform storage. */
  origin: string;
}

/** What every page and service of the LMS is given. */
export interface Lms {
  manner: Manner;
  /** The issuer in tokens: the site itself in Moodle, a name shared by many schools in Canvas. */
  issuer: string;
  tool: ToolAddresses;
  world: World;
  /** Call after every change of the world. */
  save(): void;
  /** Milliseconds since 1970. */
  now(): number;
  /** How long its services take to answer, in milliseconds. */
  answerAfter: number;
  to: Addresses;
  key: SigningKey;
  hints: LaunchHints;
  tokens: AccessTokens;
  registrationTokens: RegistrationTokens;
  toolKeys: ToolKeys;
  failures: Failures;
  log: RequestLog;
}
