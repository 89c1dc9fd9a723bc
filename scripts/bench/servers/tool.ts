import { devNull } from 'node:os';
import path from 'node:path';
import { readConfig } from '../../../lti-tool/config.ts';
import { openLog } from '../../../lti-tool/open-log.ts';
import { startTool } from '../../../lti-tool/tool.ts';
import type { LaunchSettings, Serving } from '../serving.ts';
import { aSpecification } from '../specification.ts';

/** The tool as it is, its log included; only the rate limit is off, since one client makes all the calls. */
export async function serveTool({ port, url, dataDir, platform }: LaunchSettings): Promise<Serving> {
  const settings = { PORT: String(port), PUBLIC_URL: url, DATA_DIR: path.join(dataDir, 'tool'), RATE_LIMIT: 'off' };
  const config = readConfig(settings);
  const tool = await startTool(config, openLog(config.logLevel, devNull));
  // The number that the demo LMS's activities name.
  await tool.store.stores.qualifications.addSpecification(aSpecification('601/3562/1', 60));
  const { issuer, clientId, authUrl, tokenUrl, jwksUrl, deploymentIds } = platform;
  const addresses = { authenticationUrl: authUrl, tokenUrl, jwksUrl };
  await tool.edge.registrations.add({ name: 'LMS', issuer, clientId, ...addresses, deploymentIds });
  return { close: tool.close };
}
