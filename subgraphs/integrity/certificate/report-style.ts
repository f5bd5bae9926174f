/**
 * How the report looks. Black on white where it counts, and every mark is a word or a border too, so that it says the same in
 * grey, on paper without backgrounds, and to who sees no red.
 */
export const reportStyle = `
:root { --ink: #1a1a1a; --faint: #4d4d4d; --line: #767676; --alarm: #8a1c0a; }
* { box-sizing: border-box; }
html { color: var(--ink); background: #fff; -webkit-text-size-adjust: 100%; }
body { max-width: 60rem; margin: 0 auto; padding: 1.5rem; overflow-wrap: anywhere; font-size: 0.9375rem; line-height: 1.6;
  font-family: "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", "WenQuanYi Micro Hei", sans-serif; }
h1 { margin: 0; font-size: 1.125rem; letter-spacing: 0.1em; }
h2 { margin: 2rem 0 0.5rem; padding-bottom: 0.2rem; border-bottom: 2px solid var(--ink); font-size: 1.0625rem; break-after: avoid; }
code { font-family: "Noto Sans Mono", "DejaVu Sans Mono", Consolas, monospace; font-size: 0.8em; color: var(--faint); }
.coverage { margin: 0.5rem 0 0; font-size: 2.125rem; font-weight: 700; line-height: 1.3; }
.original { margin: 0.25rem 0 0; color: var(--faint); }
.banner { margin: 0.75rem 0; padding: 0.5rem 0.75rem; border: 3px double var(--alarm); color: var(--alarm); break-inside: avoid; }
.banner strong { font-size: 1.25rem; }
.missing { margin: 0.75rem 0 0; padding: 0.5rem 0.75rem; border-left: 6px solid var(--alarm); break-inside: avoid; }
.missing p { margin: 0; font-weight: 700; color: var(--alarm); }
.missing ul { margin: 0.25rem 0 0; padding-left: 1.25rem; }
dl { display: grid; grid-template-columns: 8rem 1fr; gap: 0.3rem 1rem; margin: 0; }
dt { color: var(--faint); }
dd { margin: 0; }
.outcome { font-size: 1.25rem; font-weight: 700; }
.digest { font-family: "Noto Sans Mono", "DejaVu Sans Mono", Consolas, monospace; font-size: 0.75rem; word-break: break-all; }
table { width: 100%; border-collapse: collapse; font-size: 0.8125rem; line-height: 1.45; }
caption { padding: 0.25rem 0; text-align: left; color: var(--faint); }
thead { display: table-header-group; }
tr, li { break-inside: avoid; }
tr.long { break-inside: auto; }
th, td { padding: 0.3rem 0.4rem; border: 1px solid var(--line); text-align: left; vertical-align: top; }
thead th { background: #efefef; }
tbody th { font-weight: 400; }
.answers tbody th { width: 17%; }
.answers tbody th + td { width: 27%; }
.moment { white-space: nowrap; }
td ul { margin: 0; padding: 0; list-style: none; }
td small { display: block; font-size: 0.75rem; color: var(--faint); }
.absent th, .absent td { background: #fdf0ee; border-top: 2px solid var(--alarm); border-bottom: 2px solid var(--alarm); font-weight: 700; }
.absent th:first-child { border-left: 6px solid var(--alarm); }
.absent strong { color: var(--alarm); }
pre { margin: 0.25rem 0; padding: 0.5rem; border: 1px solid var(--line); white-space: pre-wrap; font-size: 0.8125rem; }
@media (max-width: 40rem) { dl { grid-template-columns: 1fr; gap: 0; } dd { margin-bottom: 0.5rem; } .coverage { font-size: 1.5rem; } }
@page { size: A4; margin: 16mm 14mm 18mm;
  @bottom-left { content: "综治诚信联审凭证"; font-size: 8pt; color: #4d4d4d; }
  @bottom-right { content: "第 " counter(page) " 页，共 " counter(pages) " 页"; font-size: 8pt; color: #4d4d4d; } }
@media print {
  body { max-width: none; padding: 0; font-size: 10pt; }
  .coverage { font-size: 22pt; }
  .departments { break-before: page; }
  footer { break-inside: avoid; }
  table { font-size: 8.5pt; }
  thead th { background: none; border-bottom: 2px solid var(--ink); }
  .absent th, .absent td { background: none; }
}
`;
