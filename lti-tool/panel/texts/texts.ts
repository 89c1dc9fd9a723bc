import { english } from './english.ts';

/** What a translation has to say: the same keys, the same parameters. */
type Texts = typeof english;

/** The texts on screen. Read them when drawing, not while a module loads. */
export const texts: Texts = english;
