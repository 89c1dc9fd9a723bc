export { choosingTexts, contentTexts } from './english/choosing.ts';
