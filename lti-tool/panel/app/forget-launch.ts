/**
 * Makes the browser ask for this page by its address alone when it is reloaded or gone back to. Else it would want to send the launch
 * again, which works once, and before that shows a warning of its own: in a frame an empty grey one.
 */
export function forgetLaunch({ history, location }: Window): void {
  history.replaceState(history.state, '', location.href);
}
