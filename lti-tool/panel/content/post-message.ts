/**
 * Posts the signed answer to the platform, in place of this page. The form is made of elements, never of markup.
 * @see https://www.imsglobal.org/spec/lti-dl/v2p0#deep-linking-response-message
 */
export function postMessage(page: Document, returnUrl: string, jwt: string): void {
  const form = page.createElement('form');
  form.method = 'post';
  form.action = returnUrl;
  form.hidden = true;
  const field = page.createElement('input');
  field.type = 'hidden';
  field.name = 'JWT';
  field.value = jwt;
  form.append(field);
  page.body.append(form);
  form.submit();
}
