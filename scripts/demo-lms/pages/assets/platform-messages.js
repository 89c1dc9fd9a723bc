/*
 * LTI Client Side postMessages and platform storage, in the page that holds the tool and in the hidden frame:
 * https://www.imsglobal.org/spec/lti-cs-pm/v0p1 and https://www.imsglobal.org/spec/lti-pm-s/v0p1
 */
(() => {
  const FRAME = 'post_message_forwarding';
  const LONGEST = 4096;
  const MOST = 500;
  const toolFrame = () => document.querySelector('iframe[data-tool-origin]');
  const ownScript = document.currentScript;
  const inFrame = ownScript?.dataset.toolOrigin;
  const toolOrigin = () => inFrame ?? toolFrame()?.dataset.toolOrigin;
  const slot = (origin, key) => `lti-storage|${origin}|${key}`;

  const fault = (code, message) => ({ error: { code, message } });

  const handlers = {
    'lti.capabilities': () => ({
      supported_messages: [
        { subject: 'lti.capabilities' },
        { subject: 'lti.put_data', frame: FRAME },
        { subject: 'lti.get_data', frame: FRAME },
        { subject: 'lti.frameResize' },
      ],
    }),
    'lti.put_data': ({ key, value }, origin) => {
      if (typeof key !== 'string' || key === '') return fault('bad_request', 'A key is required');
      if (value === null || value === undefined) {
        sessionStorage.removeItem(slot(origin, key));
        return { key, value: null };
      }
      if (typeof value !== 'string') return fault('bad_request', 'The value must be text');
      if (key.length + value.length > LONGEST || sessionStorage.length >= MOST) {
        return fault('storage_exhaustion', 'There is no room for this value');
      }
      sessionStorage.setItem(slot(origin, key), value);
      return { key, value };
    },
    'lti.get_data': ({ key }, origin) => {
      if (typeof key !== 'string' || key === '') return fault('bad_request', 'A key is required');
      return { key, value: sessionStorage.getItem(slot(origin, key)) };
    },
    'lti.frameResize': ({ height }) => {
      const pixels = Number.parseInt(height, 10);
      if (!(pixels > 0)) return fault('bad_request', 'A height is required');
      const frame = toolFrame();
      if (!frame) return fault('unsupported_subject', 'There is no frame to resize here');
      frame.style.height = `${pixels}px`;
      return { height: pixels };
    },
  };

  window.addEventListener('message', (event) => {
    const data = event.data;
    if (typeof data !== 'object' || data === null || typeof data.subject !== 'string') return;
    if (!event.source || event.origin === window.origin || data.subject.endsWith('.response')) return;
    const handler = Object.hasOwn(handlers, data.subject) ? handlers[data.subject] : null;
    if (!handler && !data.subject.startsWith('lti.')) return;
    let answer;
    if (event.origin !== toolOrigin()) answer = fault('wrong_origin', 'This origin is not a tool of this page');
    else if (!handler) answer = fault('unsupported_subject', 'This message is not supported');
    else if (handler !== handlers['lti.frameResize'] && typeof data.message_id !== 'string')
      answer = fault('bad_request', 'A message_id is required');
    else answer = handler(data, event.origin);
    const reply = { subject: `${data.subject}.response`, message_id: data.message_id, ...answer };
    event.source.postMessage(reply, event.origin);
  });
})();
