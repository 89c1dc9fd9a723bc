import { render } from 'preact';
import { asker } from '../ask.ts';
import { browser } from '../browser.ts';
import { patternOf } from '../tool-address.ts';
import { Popup } from './Popup.tsx';

const root = document.getElementById('app');
if (root && window.top === window)
  render(
    <Popup
      ask={asker(browser)}
      now={() => Date.now()}
      askToReach={(origin) => browser.askToReach(patternOf(origin))}
      close={() => window.close()}
    />,
    root,
  );
