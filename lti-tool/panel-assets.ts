import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { PanelAssets } from './http/panel-page.ts';

const schema = z.object({ script: z.string(), style: z.string(), preload: z.array(z.string()) });

/** Where the built panel's files are served: the manifest that its build wrote. */
export function readPanelAssets(directory: string): PanelAssets {
  return schema.parse(JSON.parse(readFileSync(path.join(directory, 'manifest.json'), 'utf8')));
}
