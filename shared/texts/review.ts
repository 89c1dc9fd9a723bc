export { reviewTexts } from './english/review.ts';
