// Ends the registration of a tool when the tool says so.
const frame = document.querySelector('#registration');
window.addEventListener('message', ({ data, origin, source }) => {
  if (origin !== frame.dataset.toolOrigin || source !== frame.contentWindow) return;
  if (data?.subject === 'org.imsglobal.lti.close') window.location.assign('/demo/tools');
});
