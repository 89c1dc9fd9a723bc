/** Connecting the browser extension, in the panel. */
export const pairingTexts = {
  title: 'Extension',
  heading: 'Browser extension',
  intro:
    'Its button in your browser shows how much waits for you, whatever page you are on, and opens it in one click.',
  connect: 'Connect the browser extension',
  /** The browser, after the button. */
  inBrowser: (browser: string) => `in ${browser}`,
  connected: 'Connected. The number on its button is what waits for you.',
  disconnected: (browser: string) => `${browser} is disconnected.`,
  browsers: 'Connected browsers',
  here: 'The extension is in this browser. To connect it again, open its settings, choose Connect, then come back here.',
  how: {
    heading: 'To connect this browser',
    open: 'Open the extension by its button.',
    install: 'Install the extension and open it by its button.',
    /** Before the address. */
    address: 'Choose Connect there and give it this address:',
    comeBack: 'Open this page again. The button to connect is then here.',
  },
  ask: {
    title: 'Connect the browser extension?',
    intro: (browser: string) => `The extension in ${browser} will be able to, as you:`,
    count: 'see how much waits for you, in all your courses',
    list: 'see whose evidence waits: learner, title and criteria',
    accept: 'accept all ticks on an evidence item, after asking you each time, and undo it',
    limits:
      'It cannot see files or what learners wrote, and cannot do anything else. It ends after 90 days, or when you disconnect it here or in the extension.',
    connect: 'Connect',
    cancel: 'Cancel',
  },
  table: {
    browser: 'Browser',
    lastUsed: 'Last used',
    connected: 'Connected',
    ends: 'Ends',
    disconnect: 'Disconnect',
    never: 'not used yet',
    ago: (days: string) => `${days} ago`,
  },
};
