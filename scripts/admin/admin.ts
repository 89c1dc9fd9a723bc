import { environment, readConfig } from '../../lti-tool/config.ts';
import { UsageError } from './arguments.ts';
import { centreCommands } from './centre.ts';
import { inContext } from './context.ts';
import { databaseCommands } from './database.ts';
import { keyCommands } from './keys.ts';
import { personCommands } from './person.ts';
import { platformCommands } from './platform.ts';
import { secretCommands } from './secret.ts';

const commands = { ...platformCommands, ...keyCommands, ...centreCommands, ...personCommands };

const usage = `Usage: npm run admin -- COMMAND

  platform invite          [--name N] [--issuer-host H] [--hours 24] [--activate]
  platform activate        --issuer I --client-id C
  platform settings        what to enter in the LMS
  platform add             --name N --issuer I --client-id C --auth-url A --token-url T --jwks-url J [--deployment-id D]
                           [--page-origin O, where the LMS's pages are at another host than these]
  platform list
  platform remove          --issuer I --client-id C
  keys list
  keys rotate              [--issuer I --client-id C] [--now]; without --now the old key stays published for a day
  secret rotate            [--restarted]; two steps with a restart between them
  qualification import     --file F (CSV, a CASE package, or JSON) [--number N --title T --level L
                           --awarding-organisation A --version V, where the file does not say]
  person role              --issuer I --client-id C --deployment-id D --context-id X --user-id U --role R
  person export            --issuer I --client-id C --deployment-id D --user-id U --to FOLDER
  person erase             --issuer I --client-id C --deployment-id D --user-id U [--confirm U]
  db migrate               [--dry-run]; starting the tool does it as well
  db copy                  --to mongodb://...; stop the tool first. The database is copied into an empty one
  progress verify          recompute all progress and report differences
  audit verify             check the hash chain of every history`;

/** Runs one admin command and returns what to print. */
export async function runAdmin(words: readonly string[], settings: NodeJS.ProcessEnv): Promise<string> {
  const name = words.slice(0, 2).join(' ');
  const onDatabase = databaseCommands[name] ?? secretCommands[name];
  if (onDatabase) return onDatabase(readConfig(settings), words.slice(2));
  const command = commands[name];
  if (!command) throw new UsageError(name === '' || words.includes('--help') ? '' : `There is no command "${name}".`);
  return inContext(readConfig(settings), (context) => command(context, words.slice(2)));
}

if (require.main === module) {
  runAdmin(process.argv.slice(2), environment()).then(
    (text) => {
      console.log(text);
      process.exit(0);
    },
    (error: unknown) => {
      const message = error instanceof Error ? error.message : String(error);
      console.error(error instanceof UsageError ? `${message}\n\n${usage}`.trim() : message);
      process.exit(error instanceof UsageError ? 2 : 1);
    },
  );
}
