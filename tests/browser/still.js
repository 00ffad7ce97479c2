// Resolves when nothing within `room` has moved for 12 frames: charts are drawn and fitted after the words.
(room) => new Promise((done) => {
  let before = "", same = 0
  const look = () => {
    const found = [...document.querySelectorAll(`${room}, ${room} svg *`)]
    const now = found.length + found.slice(0, 400).map((e) => {
      const box = e.getBoundingClientRect()
      return `${Math.round(box.x)},${Math.round(box.y)},${Math.round(box.width)}`
    }).join()
    const comes = document.querySelector(`${room} [data-testid="stSkeleton"]`)
    same = now === before && !comes ? same + 1 : 0
    before = now
    if (same < 12) requestAnimationFrame(look)
    else done()
  }
  look()
})
