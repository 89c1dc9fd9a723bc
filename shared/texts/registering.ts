export { registeringTexts } from './english/registering.ts';
