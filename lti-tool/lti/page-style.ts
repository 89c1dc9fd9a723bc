/** The look of the edge's own pages, small enough to travel inside each of them. */
export const pageStyle = `
:root { color-scheme: light dark; --paper: #fff; --ink: #18211f; --ink-2: #55615d; --accent: #0a6a5f; --on-accent: #fff; --focus: #18211f; }
@media (prefers-color-scheme: dark) { :root { --paper: #141918; --ink: #e7edeb; --ink-2: #a3b0ac; --accent: #5fcdb9; --on-accent: #06201c; --focus: #fff; } }
* { box-sizing: border-box; }
body { margin: 0; padding: 16px; background: var(--paper); color: var(--ink); font: .875rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif; }
main { max-width: 44ch; margin: 24px auto; text-align: center; overflow-wrap: anywhere; }
h1 { margin: 8px 0; font-size: 1.1875rem; line-height: 1.3; }
p { margin: 8px 0 16px; color: var(--ink-2); }
h2 { margin: 12px 0 0; font-size: .8125rem; font-weight: 600; }
ul { margin: 0; padding-inline-start: 20px; color: var(--ink-2); }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 4px 12px; margin: 12px 0; }
dt { color: var(--ink-2); }
dd { margin: 0; }
dl, .facts { text-align: start; }
a { color: var(--accent); }
.quiet { font-size: .8125rem; overflow-wrap: anywhere; }
.icon { width: 52px; height: 52px; fill: none; stroke: var(--accent); stroke-width: 1.2; stroke-linecap: round; stroke-linejoin: round; }
.button { display: inline-flex; align-items: center; gap: 6px; min-height: 44px; padding: 0 16px; border: 0; border-radius: 8px; background: var(--accent); color: var(--on-accent); font: inherit; font-weight: 550; text-decoration: none; cursor: pointer; }
.button .icon { width: 18px; height: 18px; stroke: currentColor; stroke-width: 1.6; }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
`;
