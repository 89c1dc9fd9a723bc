/** What the script on a storage page is told, by data attributes. */
export type StorageTask = {
  /** Name of the platform's frame that keeps things (`lti_storage_target`), or "_parent". */
  readonly target: string;
  /** The only origin that is told or believed. */
  readonly origin: string;
  readonly key: string;
} & (
  | {
      readonly task: 'put';
      readonly value: string /** Where to go when kept. */;
      readonly next: string /** ... and when not. */;
      readonly otherwise: string;
    }
  | { readonly task: 'get' }
);

/**
 * LTI Client Side postMessages with Platform Storage, the browser's side. Asks the page around (or the opener) whether it can
 * keep things and waits at most a second, since some platforms name a storage target and never answer; then puts or gets the
 * proof at the named frame, and goes on without it where that fails.
 * @see https://www.imsglobal.org/spec/lti-cs-pm/v0p1
 * @see https://www.imsglobal.org/spec/lti-pm-s/v0p1
 */
export const storageScript = `(() => {
  const page = document.querySelector('main');
  const { task, target, origin, key, value, next, otherwise } = page.dataset;
  const host = window.parent !== window ? window.parent : window.opener;
  const ask = (frame, to, message, patience) => new Promise((resolve) => {
    const id = crypto.randomUUID ? crypto.randomUUID() : String(Math.random());
    const done = (answer) => { removeEventListener('message', hear); clearTimeout(timer); resolve(answer); };
    const hear = (event) => {
      const data = event.data;
      if (to !== '*' && event.origin !== to) return;
      if (to === '*' && event.source !== frame) return;
      if (data && data.message_id === id && data.subject === message.subject + '.response') done(data);
    };
    const timer = setTimeout(() => done(null), patience);
    addEventListener('message', hear);
    try { frame.postMessage({ ...message, message_id: id }, to); } catch { done(null); }
  });
  const frameOf = () => {
    if (target === '_parent') return host;
    try { return host.frames[target] || null; } catch { return null; }
  };
  const run = async () => {
    if (!host) return null;
    const able = await ask(host, '*', { subject: 'lti.capabilities' }, 1000);
    const messages = able && Array.isArray(able.supported_messages) ? able.supported_messages : [];
    const frame = frameOf();
    if (!frame || !messages.some((message) => message && message.subject === 'lti.' + task + '_data')) return null;
    const message = { subject: 'lti.' + task + '_data', key };
    const answer = await ask(frame, origin, task === 'put' ? { ...message, value } : message, 2000);
    return answer && !answer.error && answer.key === key ? answer.value : null;
  };
  run().then((kept) => {
    if (task === 'put') return location.replace(kept === value ? next : otherwise);
    const field = document.getElementById('proof');
    if (typeof kept === 'string' && kept) field.value = kept;
    field.form.submit();
  });
})();`;
