import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { type HelpCode, helpEntries } from '../../lti-tool/lti/help/help-entries.ts';
import { helpTitle } from '../../lti-tool/lti/help/help-page.ts';

export const troubleshootingFile = path.resolve(__dirname, '../../docs/troubleshooting.md');

const section = (code: HelpCode): string => {
  const { check, moodle, canvas } = helpEntries[code];
  const lines = [...check, ...(moodle ? [`**Moodle:** ${moodle}`] : []), ...(canvas ? [`**Canvas:** ${canvas}`] : [])];
  return `## ${code}\n\n_${helpTitle(code)}._\n\n${lines.map((line) => `- ${line}\n`).join('')}`;
};

/** docs/troubleshooting.md: the help pages of the tool as one page. */
export const troubleshooting = (): string => `# When it does not open

Each page on which Countersign refuses something shows a code and links to the same advice, at \`/lti/help/\` and the code. The
tool's log has the code too (\`launch refused\`), with the parameter or claim at fault. Written by \`npm run docs\`.

${(Object.keys(helpEntries) as HelpCode[]).map(section).join('\n')}`;

if (require.main === module) writeFileSync(troubleshootingFile, troubleshooting());
