export { acceptedTexts, acceptLinks, acceptTexts } from './english/accepting.ts';
