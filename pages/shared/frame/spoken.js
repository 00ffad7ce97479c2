// Tells a screen reader what Streamlit does not: the language of the page, the names of its own
// buttons in that language, and which finding a button or a table belongs to.

const WAIT = 150
const OF = ": " // "Search: what is searched"
const CLIENT = /^client\?name=([^&]*)/

function translate(labels) {
  for (const element of document.querySelectorAll("[aria-label]")) {
    const [said, ...more] = element.getAttribute("aria-label").split(OF)
    const ours = element.spokenName
    const english = said in labels ? said : ours?.now === said ? ours.english : null
    if (english !== null && labels[english] !== said) {
      element.spokenName = { english, now: labels[english] }
      element.setAttribute("aria-label", [labels[english], ...more].join(OF))
    }
  }
}

function skipLink(words) {
  const link = document.querySelector("[data-testid=stSkipToContent]")
  if (link && link.firstChild.nodeValue !== words) link.firstChild.nodeValue = words
}

function headingOf(element) {
  let around = element.parentElement
  while (around && around !== document.body) {
    const heading = around.querySelector("h2, h1")
    if (heading) return heading
    around = around.parentElement
  }
  return null
}

function name(heading) {
  if (!heading.id) {
    document.spokenCount = (document.spokenCount ?? 0) + 1
    heading.id = `finding-${document.spokenCount}`
  }
  return heading.id
}

function describe() {
  for (const button of document.querySelectorAll("[class*=st-key-foot-] button")) {
    const heading = headingOf(button)
    if (heading) button.setAttribute("aria-describedby", name(heading))
  }
  for (const grid of document.querySelectorAll("canvas > table[role=grid]")) {
    const heading = headingOf(grid)
    const words = heading?.textContent.trim()
    if (words && grid.getAttribute("aria-label") !== words) grid.setAttribute("aria-label", words)
  }
}

// A link in a table holds its address; read aloud is the name that is drawn of it.
function readCells() {
  for (const cell of document.querySelectorAll("canvas td[role=gridcell]")) {
    const found = cell.firstChild?.nodeValue?.match(CLIENT)
    if (found) cell.firstChild.nodeValue = decoded(found[1])
  }
}

// A box that scrolls is reached by itself: while a list in it is open, nothing else of it is.
function reachBoxes() {
  for (const box of document.querySelectorAll("[data-testid=stPopoverBody]")) box.tabIndex = 0
}

function decoded(text) {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

export default function (component) {
  const { language, labels, skip } = component.data
  let timer = 0
  const mend = () => {
    timer = 0
    translate(labels)
    skipLink(skip)
    describe()
    readCells()
    reachBoxes()
  }
  const observer = new MutationObserver(() => {
    timer ||= setTimeout(mend, WAIT)
  })
  document.spokenEnd?.()
  document.spokenEnd = () => {
    observer.disconnect()
    clearTimeout(timer)
  }
  document.documentElement.lang = language
  mend()
  observer.observe(document.body, {
    attributeFilter: ["aria-label"],
    characterData: true,
    childList: true,
    subtree: true,
  })
}
