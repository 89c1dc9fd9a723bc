export { qualityTexts } from './english/quality.ts';
