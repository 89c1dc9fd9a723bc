export { connectionTexts, errorTexts } from './english/errors.ts';
