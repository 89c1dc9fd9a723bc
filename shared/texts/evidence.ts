export { filesTexts, threadTexts } from './english/evidence.ts';
