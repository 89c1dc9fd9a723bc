export { whoseTexts } from './english/whose.ts';
