import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

/** The settings of the tool, parsed once at the start. */
export type Config = {
  readonly port: number;
  readonly host: string;
  /** Origin that browsers and platforms see, without a trailing slash. */
  readonly publicUrl: string;
  readonly dataDir: string;
  /** Null: the embedded database in `dataDir`. */
  readonly databaseUrl: string | null;
  readonly secret: string;
  /** The secret before this one, while it is being changed: still opens what was sealed under it. */
  readonly previousSecret: string | null;
  /** Where the secret is kept that was not given. */
  readonly secretFile: string | null;
  /** Requests a minute of one session, ten times that of one address; null for no limit. */
  readonly rateLimit: number | null;
  readonly proxies: number;
  /** Whether this process publishes scores; else `npm run publisher` has to run beside it. */
  readonly publishes: boolean;
  /** Development only: platforms may be http and on this machine. */
  readonly allowLocalPlatforms: boolean;
  readonly logLevel: string;
};

/** All that is wrong with the settings, at once, in words for the terminal. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

const yesNo = z.enum(['true', 'false', '']).transform((text) => (text === '' ? null : text === 'true'));
const origin = z
  .url({ protocol: /^https?$/, error: 'must be an address such as https://countersign.example', abort: true })
  .refine((text) => new URL(text).pathname === '/' && new URL(text).search === '', {
    error: 'must have no path and no query',
    abort: true,
  })
  .transform((text) => new URL(text).origin);

const schema = z.object({
  NODE_ENV: z.string().default(''),
  PORT: z.coerce.number({ error: 'must be a number' }).int().min(0).max(65_535).default(8080),
  HOST: z.string().default(''),
  PUBLIC_URL: origin.optional(),
  DATA_DIR: z.string().min(1).default('.data'),
  DATABASE_URL: z
    .string()
    .regex(/^mongodb(\+srv)?:\/\//, 'must start with mongodb:// or mongodb+srv://')
    .optional(),
  SECRET: z.string().min(32, 'must have 32 characters or more').optional(),
  SECRET_PREVIOUS: z.string().min(32, 'must have 32 characters or more').optional(),
  RATE_LIMIT: z
    .union([
      z.literal('off'),
      z.coerce.number({ error: 'must be a number of requests a minute, or off' }).int().min(10),
    ])
    .default(600),
  TRUST_PROXY: z.coerce
    .number({ error: 'must be the number of reverse proxies in front' })
    .int()
    .min(0)
    .max(10)
    .default(0),
  PUBLISHER: z.enum(['on', 'off'], { error: 'must be on or off' }).default('on'),
  ALLOW_LOCAL_PLATFORMS: yesNo.default(null),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
});

/** Whether an address is this machine's own, where nobody but the developer can reach it. */
const isLocal = (publicUrl: string): boolean =>
  ['localhost', '127.0.0.1', '[::1]'].includes(new URL(publicUrl).hostname);

/**
 * Reads the settings from an environment. A missing secret is made and kept in the data directory,
 * except in production, where it has to be given.
 * @throws ConfigError naming every setting at fault
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  // In a .env file an empty setting is an absent one.
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(given);
  if (!parsed.success)
    throw new ConfigError(parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('\n'));
  const settings = parsed.data;
  const publicUrl = settings.PUBLIC_URL ?? `http://localhost:${settings.PORT}`;
  const local = isLocal(publicUrl);
  const production = settings.NODE_ENV === 'production';
  const faults = [
    production &&
      !settings.SECRET &&
      'SECRET is required in production: 32 random characters or more, the same for every process.',
    production && settings.ALLOW_LOCAL_PLATFORMS && 'ALLOW_LOCAL_PLATFORMS is for development only.',
    !local &&
      !publicUrl.startsWith('https:') &&
      'PUBLIC_URL must be https: browsers keep the launch cookie on https only.',
  ].filter((fault) => typeof fault === 'string');
  if (faults.length > 0) throw new ConfigError(faults.join('\n'));
  const dataDir = path.resolve(settings.DATA_DIR);
  return {
    port: settings.PORT,
    host: settings.HOST || (local ? '127.0.0.1' : '0.0.0.0'),
    publicUrl,
    dataDir,
    databaseUrl: settings.DATABASE_URL ?? null,
    ...secretsOf(settings, dataDir),
    rateLimit: settings.RATE_LIMIT === 'off' ? null : settings.RATE_LIMIT,
    proxies: settings.TRUST_PROXY,
    publishes: settings.PUBLISHER === 'on',
    allowLocalPlatforms: settings.ALLOW_LOCAL_PLATFORMS ?? (local && !production),
    logLevel: settings.LOG_LEVEL,
  };
}

type Secrets = Pick<Config, 'secret' | 'previousSecret' | 'secretFile'>;

function secretsOf(
  { SECRET, SECRET_PREVIOUS }: { readonly SECRET?: string | undefined; readonly SECRET_PREVIOUS?: string | undefined },
  dataDir: string,
): Secrets {
  if (SECRET) return { secret: SECRET, previousSecret: SECRET_PREVIOUS ?? null, secretFile: null };
  const secretFile = path.join(dataDir, 'secret');
  const [secret, previous] = keptSecrets(secretFile);
  return { secret, previousSecret: previous ?? null, secretFile };
}

/** The secret kept in the data directory, made at the first start; while it is being changed, the one before it as well. */
function keptSecrets(file: string): readonly [string, string?] {
  if (existsSync(file)) {
    const [secret = '', previous] = readFileSync(file, 'utf8').trim().split('\n');
    return previous === undefined ? [secret] : [secret, previous];
  }
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const secret = newSecret();
  writeFileSync(file, `${secret}\n`, { mode: 0o600, flag: 'wx' });
  return [secret];
}

export const newSecret = (): string => randomBytes(32).toString('base64url');

/** Keeps a secret, and the one before it where that is still needed: the whole file or none of it. */
export function keepSecrets(file: string, secret: string, previous: string | null): void {
  const fresh = `${file}.new`;
  writeFileSync(fresh, [secret, previous, ''].filter((line) => line !== null).join('\n'), { mode: 0o600, flush: true });
  renameSync(fresh, file);
}

/** The process's environment with `.env` of the working directory read in; what is set already stays. */
export function environment(): NodeJS.ProcessEnv {
  if (existsSync('.env')) process.loadEnvFile('.env');
  return process.env;
}
