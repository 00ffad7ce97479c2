// The remote control: keys and timers of the weekly meeting, and the scale of the slide.
//
// Streamlit calls the function below each time Python sends data. What must outlive such a call is
// kept in `now`. A slide is asked for by its number, not as "the next one": two quick presses that
// reach Python as one still lead two slides on.

const WIDE = 1280
const HIGH = 720
const TEXT = 20
const EDGE = 8
const LOOK_AGAIN = 250 // milliseconds: rows above the slide come and go without any event
const BUSY = '[role="dialog"], [data-testid="stPopoverBody"]'
const OWN_KEYS =
  'input, textarea, select, [contenteditable="true"], [role="listbox"], [role="menu"],' +
  ' [role="radiogroup"], [role="combobox"], [role="slider"], [role="tablist"]'
const STEPS = { ArrowRight: 1, ArrowDown: 1, PageDown: 1, ArrowLeft: -1, ArrowUp: -1, PageUp: -1 }
const now = {
  wanted: 1, sent: 0, data: null, tell: null, root: null, ground: null, timers: {}, leaves: false,
}

const isBusy = () => document.querySelector(BUSY) !== null
const isFull = () => now.data.is_full

function go(slide) {
  const target = Math.min(Math.max(slide, 1), now.data.count)
  if (target === now.wanted) return
  now.wanted = target
  tell("slide", target)
}

function tell(what, value) {
  now.sent += 1
  now.tell(what, { value, number: now.sent })
}

function toggleBrowserFullScreen() {
  if (document.fullscreenElement) {
    now.leaves = true
    document.exitFullscreen()
  } else if (document.fullscreenEnabled) {
    document.documentElement.requestFullscreen().catch(() => {})
  }
  if (!isFull()) tell("screen", "full")
}

function leave() {
  if (!isFull()) return false
  if (document.fullscreenElement) document.exitFullscreen()
  tell("screen", "framed")
  return true
}

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
  if (isBusy() || event.target.closest?.(OWN_KEYS)) return
  if (press(event.key)) {
    event.preventDefault()
    event.stopPropagation()
  }
}

function press(key) {
  if (key in STEPS) go(now.wanted + STEPS[key])
  else if (key === "Home") go(1)
  else if (key === "End") go(now.data.count)
  else if (key === "f" || key === "F") toggleBrowserFullScreen()
  else if ((key === "a" || key === "A") && now.data.may_edit) tell("act", true)
  else if (key === "Escape") return leave()
  else return false
  if (key in STEPS || key === "Home" || key === "End") wind()
  return true
}

// Esc leaves the browser's full screen without telling the page which key it was.
function onFullScreen() {
  if (!document.fullscreenElement && !now.leaves && isFull() && !isBusy()) tell("screen", "framed")
  now.leaves = false
}

function wind() {
  for (const timer of Object.values(now.timers)) clearInterval(timer)
  now.timers = {}
  if (!isFull()) return
  every("advance", () => go(now.wanted === now.data.count ? 1 : now.wanted + 1))
  every("refresh", () => tell("refresh", true))
}

function every(name, act) {
  const seconds = now.data[name]
  if (seconds) now.timers[name] = setInterval(() => isBusy() || act(), 1000 * seconds)
}

// The browser allows its full screen only within a click or a key of its own page.
function onClick(event) {
  const button = event.target.closest?.(".st-key-meeting_full_screen button")
  if (button && document.fullscreenEnabled && !document.fullscreenElement) {
    document.documentElement.requestFullscreen().catch(() => {})
  }
}

// Charts are drawn for light or for dark; in the frame its own row looks after that.
function follow() {
  const ground = getComputedStyle(document.querySelector(".stApp") ?? document.body).backgroundColor
  if (now.ground && now.ground !== ground && isFull() && !isBusy()) tell("refresh", true)
  if (!isBusy()) now.ground = ground
}

function fit() {
  follow()
  const stage = document.querySelector('[class*="st-key-stage-"]')
  if (!stage) return
  const box = stage.getBoundingClientRect()
  const high = isFull() ? innerHeight : innerHeight - Math.max(box.top, 0) - EDGE
  const wide = isFull() ? innerWidth : box.width
  const scale = Math.max(Math.min(wide / WIDE, high / HIGH), 0.3)
  const style = document.documentElement.style
  style.setProperty("--slide-scale", scale.toFixed(4))
  style.setProperty("--slide-wide", `${(wide / scale).toFixed(2)}px`)
  style.setProperty("--slide-high", `${(isFull() ? high / scale : HIGH).toFixed(2)}px`)
  style.setProperty("--dialog-zoom", isFull() ? scale.toFixed(4) : "1")
  style.fontSize = isFull() ? `${TEXT}px` : ""
}

function listen() {
  stop()
  addEventListener("keydown", onKey, true)
  addEventListener("click", onClick, true)
  addEventListener("resize", fit)
  document.addEventListener("fullscreenchange", onFullScreen)
  now.fitting = setInterval(fit, LOOK_AGAIN)
}

function stop() {
  removeEventListener("keydown", onKey, true)
  removeEventListener("click", onClick, true)
  removeEventListener("resize", fit)
  document.removeEventListener("fullscreenchange", onFullScreen)
  clearInterval(now.fitting)
  for (const timer of Object.values(now.timers)) clearInterval(timer)
  now.timers = {}
  document.documentElement.style.fontSize = ""
}

export default function ({ data, parentElement, setTriggerValue }) {
  const isNew = now.root !== parentElement
  const before = now.data
  Object.assign(now, { data, tell: setTriggerValue, root: parentElement })
  if (isNew) listen()
  if (isNew || data.number >= now.sent) now.wanted = data.slide
  if (isNew) now.sent = Math.max(now.sent, data.number)
  const timed = ["advance", "refresh", "is_full"]
  if (isNew || timed.some((name) => before[name] !== data[name])) wind()
  const told = parentElement.querySelector(".told")
  if (told.textContent !== data.told) told.textContent = data.told
  told.dataset.slide = data.slide // the last thing that a run draws: by now the slide is there
  fit()
  return () => {
    // Where the page is built anew, the next one may be there before this one goes.
    if (now.root !== parentElement) return
    now.root = null
    stop()
  }
}
