import { readFile } from 'node:fs/promises';
import { systemClock, systemCrypto } from '../../lti-tool/tool.ts';
import { verifyProgress } from '../../lti-tool/use-cases/refresh-progress.ts';
import { setRole } from '../../lti-tool/use-cases/set-role.ts';
import { firstBrokenEntry, fitsHistory } from '../../shared/domain/history.ts';
import { type Role, roles } from '../../shared/domain/roles.ts';
import { readSpecification } from '../../shared/specification/read-specification.ts';
import { readOptions, UsageError } from './arguments.ts';
import type { AdminContext } from './context.ts';

type Run = (context: AdminContext, words: readonly string[]) => Promise<string>;

const importQualification: Run = async ({ stores }, words) => {
  const given = readOptions(words, ['file'], ['number', 'title', 'level', 'awarding-organisation', 'version']);
  const { file, 'awarding-organisation': organisation, ...details } = given;
  const typed = { ...details, ...(organisation === undefined ? {} : { awardingOrganisation: organisation }) };
  const { specification, faults } = readSpecification(await readFile(file, 'utf8'), typed);
  if (specification === null)
    throw new UsageError(faults.map(({ place, message }) => `${place}: ${message}`).join('\n'));
  await stores.qualifications.addSpecification(specification);
  return `Imported ${specification.title} (${specification.number}, version ${specification.version}).`;
};

const isRole = (text: string): text is Role => (roles as readonly string[]).includes(text);

const role: Run = async ({ stores, edge }, words) => {
  const options = readOptions(words, ['issuer', 'client-id', 'deployment-id', 'context-id', 'user-id', 'role'], []);
  if (!isRole(options.role)) throw new UsageError(`--role is one of ${roles.join(', ')}`);
  const registration = await edge.registrations.find(options.issuer, options['client-id']);
  if (!registration) throw new UsageError('There is no such platform. See: npm run admin -- platform list');
  await setRole({ stores, clock: systemClock, crypto: systemCrypto }, registration, {
    deploymentId: options['deployment-id'],
    lmsContextId: options['context-id'],
    lmsUserId: options['user-id'],
    role: options.role,
  });
  return `User ${options['user-id']} is ${options.role} in context ${options['context-id']}.`;
};

const verify: Run = async ({ stores }) => {
  const different = await verifyProgress({ stores });
  if (different.length > 0) throw new Error(`Progress differs from its evidence for: ${different.join(', ')}`);
  return 'Progress of every enrolment equals its evidence.';
};

const audit: Run = async ({ stores }) => {
  const broken: string[] = [];
  let items = 0;
  await stores.evidence.each(async (item) => {
    items += 1;
    const entry = firstBrokenEntry(item, systemCrypto.sha256);
    if (entry !== null) broken.push(`evidence ${item.id} (entry ${entry})`);
    else if (!fitsHistory(item)) broken.push(`evidence ${item.id} (its ticks or status differ from its history)`);
  });
  if (broken.length > 0) throw new Error(`The history was changed behind the application's back: ${broken.join(', ')}`);
  return `The history of ${items} evidence items is whole.`;
};

export const centreCommands: Readonly<Record<string, Run>> = {
  'qualification import': importQualification,
  'person role': role,
  'progress verify': verify,
  'audit verify': audit,
};
