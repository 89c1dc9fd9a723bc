import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Config } from '../../lti-tool/config.ts';
import type { Log } from '../../lti-tool/http/log.ts';
import { listenError } from '../../lti-tool/http/server.ts';
import { startTool, systemClock, systemCrypto, type Tool } from '../../lti-tool/tool.ts';
import { setRole } from '../../lti-tool/use-cases/set-role.ts';
import { specificationFrom } from '../../shared/specification/specification-file.ts';
import { type DemoLms, startDemoLms } from '../demo-lms/demo-lms.ts';

export type Demo = { readonly tool: Tool; readonly lms: DemoLms; close(): Promise<void> };
export type DemoSettings = {
  readonly config: Config;
  readonly log: Log;
  readonly lmsPort: number;
  /** Where browsers find the LMS: another host than the tool's, so that its frame is cross-site, as in life. */
  readonly lmsUrl: string;
  readonly manner?: 'moodle' | 'canvas';
  /** File that keeps the LMS's courses and grades; absent: memory only. */
  readonly lmsStatePath?: string;
};

const sample = path.resolve(__dirname, '../../lti-tool/store/sample/customer-service.json');

/** Starts the tool and the demo LMS, and connects the two as an administrator would. A second start finds all as it was. */
export async function startDemo({ config, log, lmsPort, lmsUrl, manner, lmsStatePath }: DemoSettings): Promise<Demo> {
  const lms = await startDemoLms({
    port: lmsPort,
    publicUrl: lmsUrl,
    tool: {
      loginUrl: `${config.publicUrl}/lti/login`,
      launchUrl: `${config.publicUrl}/lti/launch`,
      jwksUrl: `${config.publicUrl}/lti/keys`,
      origin: config.publicUrl,
    },
    ...(manner ? { manner } : {}),
    // As Canvas's, its issuer is not the school's own host.
    ...(manner === 'canvas' ? { issuer: `http://localhost:${lmsPort}` } : {}),
    ...(lmsStatePath ? { statePath: lmsStatePath } : {}),
  }).catch((error: unknown) => {
    throw listenError(error as NodeJS.ErrnoException, lmsPort, '127.0.0.1', 'LMS_PORT');
  });
  try {
    const tool = await startTool(config, log);
    await connect(tool, lms);
    return {
      tool,
      lms,
      async close() {
        await tool.close();
        await lms.close();
      },
    };
  } catch (error) {
    await lms.close();
    throw error;
  }
}

/** What an LMS cannot say in a launch: Moodle calls every kind of teacher Instructor. */
const rolesToSet = [
  { person: 'tom', role: 'traineeAssessor' },
  { person: 'ines', role: 'iqa' },
] as const;

/** What an administrator does once: the qualification, the platform, and the roles that the LMS cannot express. */
async function connect({ store: { stores }, edge }: Tool, lms: DemoLms): Promise<void> {
  await stores.qualifications.addSpecification(specificationFrom(JSON.parse(readFileSync(sample, 'utf8'))));
  for (const platform of lms.registrations) {
    const { issuer, clientId, deploymentIds } = platform;
    const known = await edge.registrations.find(issuer, clientId);
    const registration =
      known ??
      (await edge.registrations.add({
        name: 'Demo LMS',
        issuer,
        clientId,
        authenticationUrl: platform.authUrl,
        tokenUrl: platform.tokenUrl,
        jwksUrl: platform.jwksUrl,
        deploymentIds,
      }));
    const activities = lms.courses().flatMap((course) => course.activities);
    for (const { contextId, deploymentId } of activities.filter((activity) => activity.clientId === clientId)) {
      for (const { person, role } of rolesToSet) {
        const setting = { deploymentId, lmsContextId: contextId, lmsUserId: lms.person(person).sub, role };
        await setRole({ stores, clock: systemClock, crypto: systemCrypto }, registration, setting);
      }
    }
  }
}
