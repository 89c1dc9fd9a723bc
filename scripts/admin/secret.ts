import { type Config, keepSecrets, newSecret } from '../../lti-tool/config.ts';
import { readOptions, UsageError } from './arguments.ts';
import { inContext } from './context.ts';

type Run = (config: Config, words: readonly string[]) => Promise<string>;

const again = 'npm run admin -- secret rotate --restarted';

/** Two steps, with a restart between them, so that at each moment every process reads what is stored. */
const rotate: Run = async (config, words) => {
  const { restarted } = readOptions(words, [], [], ['restarted']);
  const { secret, previousSecret, secretFile } = config;
  if (previousSecret === null) {
    if (restarted)
      throw new UsageError('No change of the secret has begun. Begin with: npm run admin -- secret rotate');
    if (secretFile === null)
      return `SECRET is given by the environment, so change it there:
  1. set SECRET_PREVIOUS to the present value, and SECRET to a new one (openssl rand -base64 32);
  2. restart every process of the tool;
  3. ${again}`;
    keepSecrets(secretFile, newSecret(), secret);
    return `A new secret stands in ${secretFile}, the old one below it.
  1. Restart every process of the tool now; run no other admin command before.
  2. ${again}`;
  }
  if (!restarted)
    throw new UsageError(`A change of the secret has begun. When every process was restarted since: ${again}`);
  const changed = await inContext(config, ({ edge }) => edge.sealAgain());
  if (secretFile !== null) keepSecrets(secretFile, secret, null);
  const done = `Sealed ${changed} keys and tokens under the new secret.`;
  return secretFile === null
    ? `${done} Remove SECRET_PREVIOUS at the next restart.`
    : `${done} The old one is forgotten.`;
};

/** Commands on the settings themselves. */
export const secretCommands: Readonly<Record<string, Run>> = { 'secret rotate': rotate };
