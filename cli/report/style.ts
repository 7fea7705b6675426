/** The style of the report: light and dark, and Okabe and Ito's colours, darkened to 4.5:1 where text has them. */
export const style = `
:root { color-scheme: light dark; --paper: #fbfbf9; --panel: #fff; --ink: #1c1f23; --quiet: #565c64; --line: #d5d7d3; --accent: #0b5cad;
  --held: #00785a; --refuted: #b3261e; --undecided: #8a5a00; --cluster: #0067a3; --cross: #00785a; --negative: #a35400; --positive: #542788;
  font: 16px/1.45 system-ui, sans-serif; }
@media (prefers-color-scheme: dark) { :root { --paper: #14171a; --panel: #1c2024; --ink: #e8e9ea; --quiet: #a9b0b8; --line: #3a4047; --accent: #7db8f0;
  --held: #3cc79b; --refuted: #ff8a80; --undecided: #f0b45a; --cluster: #6fbdf0; --cross: #3cc79b; --negative: #f0a05a; --positive: #b9a5e2; } }
body { margin: 0 auto; max-width: 1280px; padding: 1rem; background: var(--paper); color: var(--ink); }
h1 { margin: 0; font-size: 1.6rem; }
h2 { margin: 2rem 0 0.5rem; font-size: 1.2rem; }
a { color: var(--accent); }
.verdict { font-size: 1.2rem; padding: 0.75rem 1rem; border: 2px solid; border-radius: 8px; background: var(--panel); }
.held { color: var(--held); }
.refuted, .untrusted, .warning { color: var(--refuted); }
.vacuous, .undecided { color: var(--undecided); }
.cluster { color: var(--cluster); }
.cross { color: var(--cross); }
.negative { color: var(--negative); }
.positive { color: var(--positive); }
.ink { color: var(--ink); }
.legend { margin: 0 0 0.25rem; font-size: 0.8rem; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: 0.875rem; background: var(--panel); margin-bottom: 1rem; }
table.claims { table-layout: fixed; }
table.claims th:first-child { width: 24%; font-weight: 600; }
table.claims th:nth-child(3) { width: 20%; }
nav a { display: inline-block; padding: 0.2rem 0.75rem 0.2rem 0; }
.more { padding: 0.35rem 0.75rem; background: var(--paper); }
.more p { max-width: 80ch; margin: 0.5rem 0; }
.formula { overflow-x: auto; overflow-y: hidden; padding: 0.25rem 0; }
.formula math { width: max-content; }
caption { text-align: left; font-weight: 600; padding: 0.5rem 0; }
th, td { text-align: left; vertical-align: top; padding: 0.35rem 0.5rem; border: 1px solid var(--line); font-weight: 400; overflow-wrap: break-word; }
tbody th { min-width: 14rem; max-width: 28rem; }
small, summary { color: var(--quiet); }
math { font-size: 1.1rem; }
:target { outline: 3px solid var(--accent); }
.card, .panels figure { background: var(--panel); border: 1px solid var(--line); border-radius: 8px; padding: 0.75rem; margin: 0 0 0.75rem; }
.card { border-color: var(--refuted); }
pre { white-space: pre-wrap; overflow-wrap: anywhere; overflow: auto; max-height: 16rem; }
code { overflow-wrap: anywhere; }
.panels { display: grid; grid-template-columns: repeat(auto-fill, minmax(270px, 1fr)); gap: 0.75rem; }
.panels.broad { grid-template-columns: repeat(auto-fill, minmax(min(100%, 400px), 1fr)); }
figcaption { font-weight: 600; }
.panels svg { display: block; margin: 0 auto; max-width: 100%; height: auto; }
.more .panels { grid-template-columns: repeat(auto-fill, minmax(min(100%, 370px), 1fr)); align-items: start; }
.more figcaption { font-weight: 400; font-size: 0.85rem; }
svg { background: none; }
.wide > svg { max-width: none; }
@media (max-width: 800px) {
  table.claims, .claims tbody, .claims tr, .claims th, .claims td { display: block; }
  .claims thead { display: none; }
  .claims th, .claims td { border: none; padding: 0.15rem 0.5rem; max-width: none; }
  table.claims th:first-child { width: auto; border-top: 1px solid var(--line); padding-top: 0.5rem; }
  td[data-label]::before { content: attr(data-label) ": "; color: var(--quiet); }
}
`;
