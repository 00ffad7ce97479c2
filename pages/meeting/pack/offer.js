// Saves a file that has just been made: presses its button once, as soon as it stands on the page.

const PATIENCE = 100 // frames
const last = { button: null }

export default function save({ data }) {
  if (last.button === data.button) return
  last.button = data.button
  press(data.button, PATIENCE)
}

function press(selector, left) {
  const button = document.querySelector(selector)
  if (button) button.click()
  else if (left > 0) requestAnimationFrame(() => press(selector, left - 1))
}
