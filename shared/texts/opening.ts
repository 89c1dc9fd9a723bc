export { entryRefusalTexts, openingTexts } from './english/opening.ts';
