export { importTexts } from './english/importing.ts';
