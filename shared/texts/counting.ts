export { countingTexts } from './english/counting.ts';
