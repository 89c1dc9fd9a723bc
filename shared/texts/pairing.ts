export { pairingTexts } from './english/pairing.ts';
