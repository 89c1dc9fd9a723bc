export { language } from './english/language.ts';
