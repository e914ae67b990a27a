/**
 * The script of a page: tabs by kind and outcome, a search, a list that draws only the rows in sight, and the details
 * of the chosen row. Plain JavaScript for any browser of the last years; texts reach the page as text only.
 */
export const pageScript = `'use strict'
const rowHeight = 32
const printedRows = 1000
const data = JSON.parse(document.getElementById('data').textContent)
const part = (id) => document.getElementById(id)
const grouped = new Intl.NumberFormat('en-US')
const [KIND, WORD, NAME, DN, ABOVE, REASON, RESOURCE, VALUES, MEMBERS, RESULT, MESSAGE, FAILED] = Array(12).keys()

function element(tag, className, text) {
  const made = document.createElement(tag)
  if (className) made.className = className
  if (text !== undefined) made.textContent = text
  return made
}

// A text that was written once is a number from then on.
const known = []
function readText(value) {
  if (typeof value === 'number') return known[value]
  if (known.length < data.knownTextLimit) known.push(value)
  return value
}
for (const row of data.rows) {
  row[ABOVE] = readText(row[ABOVE])
  row[REASON] = readText(row[REASON])
  if (row[VALUES]) for (let i = 0; i < row[VALUES].length; i += 3) row[VALUES][i] = readText(row[VALUES][i])
  if (row[MESSAGE]) row[MESSAGE] = readText(row[MESSAGE])
}

const rowsOf = data.kinds.map(({ tabs }) => tabs.map(() => []))
const tabsOfWord = data.kinds.map(({ tabs }) => data.words.map((_, word) =>
  tabs.flatMap((tab, place) => (Array.isArray(tab.shows) && tab.shows.includes(word) ? [place] : []))))
const failedTab = data.kinds[0].tabs.findIndex((tab) => tab.shows === 'failed')
const objectsOf = data.kinds.map(() => 0)
const notesOf = new Map()
const identity = (row) => row[KIND] + ' ' + row[DN] + row[ABOVE] + ' ' + row[NAME]
for (const row of data.rows) {
  for (const tab of tabsOfWord[row[KIND]][row[WORD]]) rowsOf[row[KIND]][tab].push(row)
  if (row[FAILED]) rowsOf[row[KIND]][failedTab].push(row)
  if (data.words[row[WORD]].word !== 'note') objectsOf[row[KIND]] += 1
  else notesOf.set(identity(row), [...(notesOf.get(identity(row)) ?? []), row])
}

const state = { kind: 0, tab: 0, shown: [], chosen: -1 }

const searched = new Map()
function searchText(row) {
  const found = searched.get(row)
  if (found !== undefined) return found
  const values = (row[VALUES] || []).filter((value) => value !== 0)
  const text = [row[NAME], row[DN] + row[ABOVE], row[REASON], row[MESSAGE] || '', ...values].join(' ').toLowerCase()
  searched.set(row, text)
  return text
}

// Kinds have as many tabs as one another: those that a kind has no use for are hidden.
function tabList(list, count, choose) {
  list.replaceChildren(...Array.from({ length: count }, () => {
    const tab = element('button')
    tab.type = 'button'
    tab.setAttribute('role', 'tab')
    tab.setAttribute('aria-controls', 'panel')
    return tab
  }))
  const tabs = [...list.children]
  tabs.forEach((tab, place) => tab.addEventListener('click', () => choose(place)))
  list.addEventListener('keydown', (event) => {
    const there = tabs.filter((tab) => !tab.hidden)
    const from = there.indexOf(document.activeElement)
    const to = { ArrowRight: from + 1, ArrowLeft: from - 1, Home: 0, End: there.length - 1 }[event.key]
    if (to === undefined) return
    event.preventDefault()
    const tab = there[(to + there.length) % there.length]
    choose(tabs.indexOf(tab))
    tab.focus()
  })
  return tabs
}

function drawTab(tab, label, tone, count, isChosen) {
  tab.replaceChildren(label + ' ', element('b', count > 0 && tone !== 'none' ? tone : '', grouped.format(count)))
  tab.classList.toggle('none-there', count === 0)
  tab.setAttribute('aria-selected', String(isChosen))
  tab.tabIndex = isChosen ? 0 : -1
}

const kindTabs = tabList(part('kinds'), data.kinds.length, (kind) => {
  state.kind = kind
  state.tab = firstTab()
  show()
})
const outcomeTabs = tabList(part('tabs'), data.kinds[0].tabs.length, (tab) => {
  state.tab = tab
  show()
})

// The tab with something in it that a reader has to know first.
function firstTab() {
  const rows = rowsOf[state.kind]
  if (rows[failedTab].length > 0) return failedTab
  return Math.max(0, rows.findIndex((tab) => tab.length > 0))
}

function show() {
  const words = part('search').value.toLowerCase().split(' ').filter((word) => word !== '')
  const fits = (row) => words.every((word) => searchText(row).includes(word))
  const found = rowsOf[state.kind].map((rows) => (words.length > 0 ? rows.filter(fits) : rows))
  state.shown = found[state.tab]
  const shown = data.kinds[state.kind]
  data.kinds.forEach(({ label, stays }, kind) => {
    kindTabs[kind].hidden = !stays && rowsOf[kind].every((rows) => rows.length === 0)
    drawTab(kindTabs[kind], label, 'none', objectsOf[kind], kind === state.kind)
  })
  shown.tabs.forEach(({ label, tone, stays }, place) => {
    outcomeTabs[place].hidden = !stays && rowsOf[state.kind][place].length === 0
    drawTab(outcomeTabs[place], label, tone, found[place].length, place === state.tab)
  })
  part('read').textContent = shown.read
  part('list').style.height = state.shown.length * rowHeight + 'px'
  part('list').setAttribute('aria-label', shown.label + ', ' + shown.tabs[state.tab].label)
  part('empty').hidden = state.shown.length > 0
  const isElsewhere = found.some((rows) => rows.length > 0)
  part('empty').textContent = words.length === 0
    ? 'Nothing here: ' + shown.tabs[state.tab].label + ' 0.'
    : isElsewhere
      ? 'Nothing here fits this search. The numbers on the tabs say where something does.'
      : 'Nothing among all ' + shown.label.toLowerCase() + ' fits this search.'
  part('scroller').scrollTop = 0
  choose(state.shown.length > 0 ? 0 : -1)
}

function drawRow(row, place) {
  const { sign, word, tone } = data.words[row[WORD]]
  const drawn = element('div', 'row')
  drawn.id = 'row-' + place
  drawn.style.top = place * rowHeight + 'px'
  drawn.setAttribute('role', 'option')
  drawn.setAttribute('aria-selected', String(place === state.chosen))
  drawn.setAttribute('aria-setsize', state.shown.length)
  drawn.setAttribute('aria-posinset', place + 1)
  const failed = row[RESULT] && row[RESULT] !== 'done'
  const what = element('span', failed ? 'remove' : tone)
  const mark = element('span', 'sign', failed ? '!' : sign)
  mark.setAttribute('aria-hidden', 'true')
  what.append(mark, failed ? row[RESULT] : word)
  const why = failed ? word + ': ' + (row[MESSAGE] || row[REASON]) : row[REASON]
  drawn.append(what, element('span', '', row[NAME]), element('span', 'quiet', why))
  drawn.addEventListener('click', () => choose(place))
  return drawn
}

function draw(from, to) {
  const rows = state.shown.slice(from, to).map((row, place) => drawRow(row, from + place))
  part('list').replaceChildren(...rows)
  const isDrawn = state.chosen >= from && state.chosen < to
  if (isDrawn) part('list').setAttribute('aria-activedescendant', 'row-' + state.chosen)
  else part('list').removeAttribute('aria-activedescendant')
}

function drawInSight() {
  const { scrollTop, clientHeight } = part('scroller')
  const from = Math.max(0, Math.floor(scrollTop / rowHeight) - 8)
  draw(from, Math.ceil((scrollTop + clientHeight) / rowHeight) + 8)
}

function choose(place) {
  state.chosen = Math.min(place, state.shown.length - 1)
  const scroller = part('scroller')
  const top = state.chosen * rowHeight
  if (top < scroller.scrollTop) scroller.scrollTop = top
  if (top + rowHeight > scroller.scrollTop + scroller.clientHeight) scroller.scrollTop = top + rowHeight - scroller.clientHeight
  drawInSight()
  drawDetail(state.shown[state.chosen])
}

// What is added or deleted has one side only: the other column would say nothing.
function beforeAndAfter(values, change) {
  const columns = { add: [2], set: [2], delete: [1], remove: [1] }[change] ?? [1, 2]
  const table = element('table')
  const head = table.createTHead().insertRow()
  for (const title of ['Attribute', ...columns.map((column) => ['', 'Before', 'After'][column])]) {
    const cell = element('th', '', title)
    cell.scope = 'col'
    head.append(cell)
  }
  const body = table.createTBody()
  for (let i = 0; i < values.length; i += 3) {
    const line = body.insertRow()
    const attribute = element('th', '', values[i])
    attribute.scope = 'row'
    line.append(attribute)
    for (const column of columns) {
      const value = values[i + column]
      line.append(value === 0 ? element('td', 'quiet', '(none)') : element('td', '', value))
    }
  }
  return table
}

function memberList(title, tone, count, names) {
  const details = element('details')
  details.open = count <= 20
  details.append(element('summary', tone, title + ' ' + grouped.format(count) + (count === 1 ? ' member' : ' members')))
  const list = element('ul')
  for (const name of names) list.append(element('li', '', name))
  if (names.length < count) list.append(element('li', 'quiet', '… and ' + grouped.format(count - names.length) + ' more: the CSV report has all'))
  details.append(list)
  return details
}

function drawDetail(row) {
  const detail = part('detail')
  detail.replaceChildren()
  detail.scrollTop = 0
  if (!row) return
  const { sign, word, tone } = data.words[row[WORD]]
  detail.append(element('h2', '', row[NAME]))
  const what = element('p', tone)
  what.append(element('span', 'sign', sign), word)
  detail.append(what, element('p', '', row[REASON]))
  if (row[RESULT]) {
    const failed = row[RESULT] !== 'done'
    const became = element('p')
    became.append(element('strong', failed ? 'remove' : 'equal', (failed ? '! ' : '✓ ') + row[RESULT]), ' ' + (row[MESSAGE] || ''))
    detail.append(became)
  }
  const dn = row[DN] + row[ABOVE]
  if (dn && dn !== row[NAME]) detail.append(element('p', 'quiet', dn))
  if (row[RESOURCE]) detail.append(element('p', 'quiet', 'Resource ' + row[RESOURCE]))
  if (row[VALUES]) detail.append(beforeAndAfter(row[VALUES], word))
  if (row[MEMBERS]) {
    const [added, addedNames, removed, removedNames] = row[MEMBERS]
    if (added > 0) detail.append(memberList('+ add', 'add', added, addedNames))
    if (removed > 0) detail.append(memberList('– remove', 'remove', removed, removedNames))
  }
  if (word === 'note') return
  for (const note of notesOf.get(identity(row)) ?? []) {
    const line = element('p')
    line.append(element('strong', '', 'Note '), note[REASON])
    detail.append(line)
  }
}

part('list').addEventListener('keydown', (event) => {
  const page = Math.max(1, Math.floor(part('scroller').clientHeight / rowHeight) - 1)
  const steps = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -state.chosen, End: state.shown.length }
  const step = steps[event.key]
  if (step === undefined || event.ctrlKey || event.metaKey || event.altKey || state.shown.length === 0) return
  event.preventDefault()
  choose(Math.max(0, state.chosen + step))
})
part('scroller').addEventListener('scroll', drawInSight, { passive: true })
addEventListener('resize', drawInSight)

let waiting = 0
part('search').addEventListener('input', () => {
  clearTimeout(waiting)
  waiting = setTimeout(show, 150)
})
part('search').addEventListener('keydown', (event) => {
  if (event.key === 'ArrowDown') {
    event.preventDefault()
    part('list').focus()
  }
})
document.addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.target === part('search')) return
  event.preventDefault()
  part('search').focus()
})

// Paper cannot scroll: it gets the first rows of the tab at once.
addEventListener('beforeprint', () => {
  draw(0, printedRows)
  const left = state.shown.length - printedRows
  part('more').textContent = left > 0 ? '… and ' + grouped.format(left) + ' more: the CSV report has all' : ''
})
addEventListener('afterprint', () => {
  part('more').textContent = ''
  drawInSight()
})

document.documentElement.classList.add('with-script')
part('browser').hidden = false
const kindWithChanges = rowsOf.findIndex((tabs) => tabs[0].length > 0)
state.kind = Math.max(0, kindWithChanges)
state.tab = firstTab()
show()
`
