// What is wrong with the room of the slide on the screen: a list of sentences, empty where all is well.
//
// Sizes are those that are seen, after scaling; `scale` is what the screen is of 1280 × 720.
() => {
  const faults = []
  const slide = document.querySelector(".st-key-slide")
  const room = slide.getBoundingClientRect()
  const scale = Math.min(room.width / 1280, room.height / 720)
  const near = 1.5 * scale
  const isShown = (e) => e.getClientRects().length > 0 && getComputedStyle(e).visibility !== "hidden"
  const name = (e) => `${e.tagName.toLowerCase()} "${e.textContent.trim().slice(0, 40)}"`
  const hasWords = (e) => [...e.childNodes].some((n) => n.nodeType === 3 && n.nodeValue.trim())
  const blocks = [...slide.querySelectorAll("h1, h2, p > span, th, td, .slide-key > span")]
    .filter((e) => isShown(e) && e.textContent.trim())
  const labels = [...slide.querySelectorAll(".js-plotly-plot text")]
    .filter((e) => isShown(e) && e.textContent.trim())
  const inside = (a, b) =>
    a.left >= b.left - near && a.top >= b.top - near &&
    a.right <= b.right + near && a.bottom <= b.bottom + near

  if (Math.abs(room.width - innerWidth) > 1 || Math.abs(room.height - innerHeight) > 1)
    faults.push(`the slide is ${room.width} x ${room.height}`)
  if (slide.scrollHeight > slide.clientHeight + 1) faults.push("the slide is higher than the screen")
  if (document.scrollingElement.scrollHeight > innerHeight + 1) faults.push("the page scrolls")

  for (const e of [...slide.querySelectorAll("*")].filter((e) => hasWords(e) && isShown(e))) {
    if (e.closest("style, .modebar, defs")) continue
    const least = e.closest(".js-plotly-plot, .slide-key") ? 20 : 24
    const size = parseFloat(getComputedStyle(e).fontSize) * scale
    if (size < least * scale - 0.1) faults.push(`${name(e)} is ${size} px`)
  }
  for (const e of blocks) {
    if (!inside(e.getBoundingClientRect(), room)) faults.push(`${name(e)} leaves the slide`)
    if (e.tagName !== "SPAN" && e.scrollWidth > e.clientWidth + 1) faults.push(`${name(e)} is cut`)
  }
  for (const e of slide.querySelectorAll(".slide-strip > span, .cell"))
    if (e.scrollWidth > e.clientWidth + 1) faults.push(`${name(e)} is cut`)
  // A text that was cut ends with … wherever the browser breaks it.
  for (const e of [...slide.querySelectorAll(".cell")].filter((e) => !e.textContent.endsWith("…")))
    if (e.scrollHeight > e.clientHeight + 4) faults.push(`${name(e)} has more lines than are shown`)
  for (const e of labels) {
    const sheet = e.closest("svg").getBoundingClientRect()
    if (!inside(e.getBoundingClientRect(), sheet)) faults.push(`${name(e)} is cut by its chart`)
  }
  const all = [...blocks, ...labels]
  const overlap = (a, b) => {
    const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left)
    const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
    return wide > 2 * near && high > 5 * scale
  }
  all.forEach((one, at) => all.slice(at + 1).forEach((other) => {
    if (one.contains(other) || other.contains(one)) return
    if (overlap(one.getBoundingClientRect(), other.getBoundingClientRect()))
      faults.push(`${name(one)} lies on ${name(other)}`)
  }))
  return faults
}
