export { commentTexts, filesTexts, threadTexts } from './english/evidence.ts';
