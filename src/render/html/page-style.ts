/** The page's style sheet: no fonts, images or scripts from elsewhere; follows the reader's light or dark setting; prints. */
export const PAGE_STYLE = `
:root { color-scheme: light dark; font: 15px/1.45 system-ui, sans-serif; }
body { max-width: 68rem; margin: 2rem auto; padding: 0 1rem; }
h1 { margin-bottom: 0; } h2 { margin: 2rem 0 .5rem; border-bottom: 1px solid #8886; }
.summary { font-size: 1.15rem; font-weight: 600; } .basis, .muted { opacity: .7; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; margin: .5rem 0; }
th, td { padding: .2rem .7rem; border-bottom: 1px solid #8883; text-align: left; vertical-align: top; }
th { font-weight: 600; white-space: nowrap; } caption { text-align: left; font-weight: 600; padding: .4rem 0; }
.n { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
.strong { font-weight: 600; } .good { color: #18803a; } .bad { color: #c62828; } .warning { color: #a86200; }
@media (prefers-color-scheme: dark) { .good { color: #6fcf8e; } .bad { color: #ff8a80; } .warning { color: #ffc266; } }
.tree, .tree ul { list-style: none; padding-left: 1.2rem; } .tree { padding-left: 0; }
.tree .amount { float: right; font-variant-numeric: tabular-nums; } .tree { max-width: 46rem; }
.h-3 { background: #d32f2fcc; } .h-2 { background: #d32f2f88; } .h-1 { background: #d32f2f44; }
.h1 { background: #2e7d3244; } .h2 { background: #2e7d3288; } .h3 { background: #2e7d32cc; }
`;
