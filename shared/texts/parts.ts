export { partsTexts, peopleTexts, sessionTexts } from './english/parts.ts';
