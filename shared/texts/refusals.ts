export { launchRefusalTexts, registrationRefusalTexts } from './english/refusals.ts';
