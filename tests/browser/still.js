// Resolves when nothing within `room` has come, gone or moved for 12 frames: the script ends before all it sent is
// drawn, and charts are fitted after the words.
(room) => new Promise((done) => {
  let before = "", same = 0
  const look = () => {
    const moving = [...document.querySelectorAll(`${room}, ${room} svg *`)]
    const now = document.querySelectorAll(`${room} *`).length + moving.slice(0, 400).map((e) => {
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
