export { learnerTexts, submitTexts } from './english/learner.ts';
