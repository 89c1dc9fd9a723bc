import { render } from 'preact';
import { asker } from '../ask.ts';
import { browser } from '../browser.ts';
import { patternOf } from '../tool-address.ts';
import { Options } from './Options.tsx';

const root = document.getElementById('app');
if (root && window.top === window)
  render(<Options ask={asker(browser)} askToReach={(origin) => browser.askToReach(patternOf(origin))} />, root);
