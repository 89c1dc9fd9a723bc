export { helpPageTexts, helpTexts } from './english/help.ts';
