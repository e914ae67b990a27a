/** The part of a page that its script fills. */
export const pageBody = `<noscript>
<p class="quiet">The list of objects needs JavaScript. Save the plan as CSV to read it without.</p>
</noscript>
<section id="browser" hidden>
<div class="bar">
<div role="tablist" id="kinds" aria-label="Kind of object"></div>
<p class="quiet" id="read"></p>
<input type="search" id="search" placeholder="Search name, DN, value, reason  ( / )" aria-label="Search name, DN, value and reason" spellcheck="false" autocomplete="off">
</div>
<div role="tablist" id="tabs" aria-label="What happens"></div>
<div class="split" role="tabpanel" id="panel">
<div id="scroller">
<div id="list" role="listbox" tabindex="0" aria-label="Objects"></div>
<p id="empty" class="quiet" hidden></p>
</div>
<aside id="detail" tabindex="0" aria-label="The chosen object" aria-live="polite"></aside>
</div>
<p id="more" class="quiet"></p>
</section>
`
