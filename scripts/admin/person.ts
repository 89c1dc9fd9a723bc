import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { systemClock, systemCrypto } from '../../lti-tool/tool.ts';
import { Failure } from '../../lti-tool/use-cases/failure.ts';
import { erasePerson } from '../../lti-tool/use-cases/person/erase-person.ts';
import { type ExportedFile, exportPerson } from '../../lti-tool/use-cases/person/export-person.ts';
import type { PersonPlace } from '../../lti-tool/use-cases/person/find-person.ts';
import { readOptions, UsageError } from './arguments.ts';
import type { AdminContext } from './context.ts';

type Run = (context: AdminContext, words: readonly string[]) => Promise<string>;
const whom = ['issuer', 'client-id', 'deployment-id', 'user-id'] as const;
const noPerson = 'There is no such person: --user-id is what the LMS calls them in a launch (sub).';

async function placeOf(
  { edge }: AdminContext,
  options: Readonly<Record<(typeof whom)[number], string>>,
): Promise<PersonPlace> {
  const registration = await edge.registrations.find(options.issuer, options['client-id']);
  if (!registration) throw new UsageError('There is no such platform. See: npm run admin -- platform list');
  return { registrationId: registration.id, deploymentId: options['deployment-id'], lmsUserId: options['user-id'] };
}

async function known<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Failure && error.code === 'notFound') throw new UsageError(noPerson);
    throw error;
  }
}

/** Names come from learners: no folder, nothing hidden, nothing that an end of 100 characters would not hold. */
const safeName = ({ sha256, name }: ExportedFile): string =>
  `${sha256.slice(0, 12)}-${name.replace(/[^\p{L}\p{N}._-]+/gu, '_').slice(-100)}`;

const exportAll: Run = async (context, words) => {
  const { to, ...options } = readOptions(words, [...whom, 'to'], []);
  const { content, files } = await known(exportPerson(context.stores, await placeOf(context, options)));
  await mkdir(path.join(to, 'files'), { recursive: true, mode: 0o700 });
  await writeFile(path.join(to, 'person.json'), `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  let missing = 0;
  for (const file of files) {
    const bytes = await context.files.open(file.sha256);
    if (bytes === null) missing += 1;
    else {
      const copy = createWriteStream(path.join(to, 'files', safeName(file)), { mode: 0o600, flags: 'wx' });
      await pipeline(Readable.from(bytes), copy);
    }
  }
  const lost = missing === 0 ? '' : ` ${missing} files are missing from the file store.`;
  return `Wrote ${to}/person.json, with ${content.evidence.length} evidence items, and ${files.length - missing} files.${lost}`;
};

const erase: Run = async (context, words) => {
  const { confirm, ...options } = readOptions(words, whom, ['confirm']);
  const place = await placeOf(context, options);
  const { content, files } = await known(exportPerson(context.stores, place));
  const user = options['user-id'];
  if (confirm === undefined)
    return `This would erase ${content.person.name ?? `user ${user}`}: ${content.evidence.length} evidence items, ${files.length} files. Nothing is changed now.
It cannot be undone. Export first, take the person off the courses in the LMS, then add: --confirm ${user}`;
  if (confirm !== user) throw new UsageError('--confirm repeats the --user-id of the person to erase.');
  const deps = { stores: context.stores, files: context.files, clock: systemClock, crypto: systemCrypto };
  const erasure = await known(erasePerson(deps, place));
  return `Erased: names, sessions, the texts of ${erasure.items} evidence items, ${erasure.files} files. Decisions stay, under an id that names nobody.
Backups still hold what they held.`;
};

export const personCommands: Readonly<Record<string, Run>> = { 'person export': exportAll, 'person erase': erase };
