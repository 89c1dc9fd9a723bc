export { scoresTexts } from './english/scores.ts';
