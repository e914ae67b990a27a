/** The style of a page: quiet, one accent; green, blue, amber and red only where they mean something. */
export const pageStyle = `
:root {
  color-scheme: light dark;
  --ground: light-dark(#ffffff, #1b1b1b);
  --raised: light-dark(#f5f5f5, #262626);
  --text: light-dark(#242424, #f2f2f2);
  --quiet: light-dark(#5c5c5c, #adadad);
  --line: light-dark(#e0e0e0, #3b3b3b);
  --accent: light-dark(#0f6cbd, #62abf5);
  --chosen: light-dark(#ebf3fc, #082338);
  --equal: light-dark(#0e700e, #6fc46f);
  --add: light-dark(#0f6cbd, #62abf5);
  --change: light-dark(#8a5300, #f0b95c);
  --remove: light-dark(#b10e1c, #ff8f97);
}

@media (prefers-contrast: more) {
  :root {
    --quiet: var(--text);
    --line: var(--text);
  }
}

* {
  box-sizing: border-box;
}

[hidden] {
  display: none !important;
}

html,
body {
  height: 100%;
}

body {
  margin: 0;
  background: var(--ground);
  color: var(--text);
  font:
    14px / 20px "Segoe UI Variable Text",
    "Segoe UI",
    system-ui,
    -apple-system,
    "Liberation Sans",
    sans-serif;
}

main {
  display: flex;
  flex-direction: column;
  height: 100%;
  min-height: 560px;
  padding: 16px 24px 8px;
}

h1,
h2,
p,
ul {
  margin: 0;
}

h1 {
  max-width: 96ch;
  font-size: 20px;
  font-weight: 600;
  line-height: 28px;
}

h2 {
  font-size: 20px;
  font-weight: 600;
  line-height: 28px;
  overflow-wrap: anywhere;
}

.quiet {
  color: var(--quiet);
}

.equal {
  color: var(--equal);
}

.add {
  color: var(--add);
}

.change {
  color: var(--change);
}

.remove {
  color: var(--remove);
}

:focus-visible {
  outline: 2px solid var(--accent);
  outline-offset: -2px;
}

.concerns {
  max-height: 30vh;
  margin-top: 8px;
  padding: 0;
  overflow: auto;
  list-style: none;
}

.concerns li {
  display: grid;
  grid-template-columns: 72px 1fr;
  gap: 8px;
  margin: 8px 0;
  padding: 0 0 0 12px;
  border-left: 3px solid var(--quiet);
  color: var(--text);
}

.concerns li.remove {
  border-color: var(--remove);
}

.concerns li.remove strong {
  color: var(--remove);
}

.concerns p {
  max-width: 120ch;
  overflow-wrap: anywhere;
}

strong,
th {
  font-weight: 600;
}

.numbers {
  align-self: flex-start;
  margin-top: 16px;
  border-collapse: collapse;
  font-variant-numeric: tabular-nums;
}

.numbers th,
.numbers td {
  padding: 6px 12px;
  border-bottom: 1px solid var(--line);
  text-align: right;
}

.numbers tr > :first-child {
  padding-left: 0;
  text-align: left;
}

noscript p {
  margin-top: 16px;
}

.with-script .numbers {
  display: none;
}

#browser {
  display: flex;
  flex: 1;
  flex-direction: column;
  min-height: 0;
}

.bar {
  display: flex;
  align-items: center;
  gap: 16px;
  margin-top: 12px;
}

#read {
  flex: 1;
}

#search {
  width: 320px;
  height: 32px;
  padding: 0 8px;
  border: 1px solid var(--line);
  border-bottom-color: var(--quiet);
  border-radius: 4px;
  background: var(--ground);
  color: inherit;
  font: inherit;
}

[role="tablist"] {
  display: flex;
  flex-wrap: wrap;
}

#tabs {
  margin-top: 4px;
  border-bottom: 1px solid var(--line);
}

[role="tab"] {
  height: 36px;
  padding: 0 7px;
  border: 0;
  border-bottom: 2px solid transparent;
  background: none;
  color: inherit;
  font: inherit;
  cursor: pointer;
}

[role="tab"]:hover {
  background: var(--raised);
}

[role="tab"][aria-selected="true"] {
  border-bottom-color: var(--accent);
}

[role="tab"] b {
  margin-left: 4px;
  font-weight: 400;
  font-variant-numeric: tabular-nums;
}

[role="tab"].none-there {
  color: var(--quiet);
}

.split {
  display: grid;
  flex: 1;
  grid-template-columns: minmax(0, 1fr) 400px;
  min-height: 0;
}

#scroller {
  position: relative;
  overflow: auto;
}

#list {
  position: relative;
}

#list:focus-visible {
  outline: none;
}

.row {
  position: absolute;
  display: grid;
  right: 0;
  left: 0;
  grid-template-columns: 104px minmax(160px, 2fr) minmax(160px, 3fr);
  gap: 12px;
  height: 32px;
  padding: 0 12px 0 8px;
  border-bottom: 1px solid var(--line);
  line-height: 31px;
  cursor: default;
}

.row > * {
  overflow: hidden;
  text-overflow: ellipsis;
  white-space: nowrap;
  unicode-bidi: isolate;
}

.row:hover {
  background: var(--raised);
}

.row[aria-selected="true"] {
  background: var(--chosen);
  box-shadow: inset 3px 0 var(--accent);
}

#list:focus-visible .row[aria-selected="true"] {
  outline: 2px solid var(--accent);
  outline-offset: -2px;
}

.sign {
  display: inline-block;
  width: 16px;
  font-weight: 600;
}

#empty {
  padding: 24px 8px;
}

#more {
  min-height: 20px;
  padding-top: 4px;
}

#detail {
  padding: 16px 0 16px 16px;
  border-left: 1px solid var(--line);
  overflow: auto;
}

#detail > * + * {
  margin-top: 8px;
}

#detail p {
  overflow-wrap: anywhere;
  unicode-bidi: isolate;
}

#detail table {
  width: 100%;
  margin-top: 16px;
  border-collapse: collapse;
  table-layout: fixed;
}

#detail th,
#detail td {
  padding: 6px 8px 6px 0;
  border-bottom: 1px solid var(--line);
  text-align: left;
  vertical-align: top;
  overflow-wrap: anywhere;
  unicode-bidi: isolate;
}

#detail tbody th {
  font-weight: 400;
}

#detail thead th:first-child {
  width: 34%;
}

#detail thead th {
  color: var(--quiet);
  font-weight: 400;
}

#detail details {
  margin-top: 16px;
}

#detail summary {
  cursor: pointer;
}

#detail details ul {
  padding: 4px 0 0 16px;
  list-style: none;
  overflow-wrap: anywhere;
}

@media (max-width: 900px) {
  main {
    height: auto;
  }

  .bar {
    flex-wrap: wrap;
  }

  #search {
    width: 100%;
  }

  .split {
    grid-template-columns: minmax(0, 1fr);
  }

  #scroller {
    height: 60vh;
  }

  #detail {
    padding-left: 0;
    border-top: 1px solid var(--line);
    border-left: 0;
  }
}

@media (forced-colors: active) {
  [role="tab"] {
    border-bottom-color: Canvas;
  }

  .row[aria-selected="true"],
  [role="tab"][aria-selected="true"] {
    background: Highlight;
    color: HighlightText;
    forced-color-adjust: none;
  }

  .row[aria-selected="true"] * {
    color: HighlightText;
  }
}

@media print {
  main,
  #scroller,
  .concerns {
    display: block;
    height: auto;
    max-height: none;
    overflow: visible;
  }

  main {
    padding: 0;
  }

  .with-script .numbers {
    display: table;
  }

  #search,
  #tabs,
  #kinds,
  #read,
  #detail {
    display: none;
  }

  .split,
  #browser {
    display: block;
  }

  #list {
    height: auto !important;
  }

  .row {
    position: static;
    height: auto;
    break-inside: avoid;
  }

  .row > * {
    white-space: normal;
  }
}
`
