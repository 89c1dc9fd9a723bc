export { platformFaultTexts, publishingTexts, rosterTexts } from './english/publishing.ts';
