// Puts the address of the screen on the clipboard. The browser's own way needs https or localhost;
// where it is missing, a field outside the screen is copied from, as it was always done.

const LATER = 2500

function copyOld(text) {
  const field = document.createElement("textarea")
  field.value = text
  field.setAttribute("aria-hidden", "true")
  field.style.position = "fixed"
  field.style.left = "-9999px"
  document.body.appendChild(field)
  field.select()
  const done = document.execCommand("copy")
  field.remove()
  return done
}

async function copy(text) {
  if (window.isSecureContext && navigator.clipboard) {
    try {
      await navigator.clipboard.writeText(text)
      return true
    } catch {
      return copyOld(text)
    }
  }
  return copyOld(text)
}

export default function (component) {
  const { data, parentElement } = component
  const button = parentElement.querySelector("button")
  const told = parentElement.querySelector("[role=status]")
  let timer = 0
  button.textContent = data.label
  button.onclick = async () => {
    const done = await copy(window.location.href)
    button.focus() // the old way took it
    told.textContent = button.textContent = done ? data.done : data.failed
    clearTimeout(timer)
    timer = setTimeout(() => {
      button.textContent = data.label
      told.textContent = ""
    }, LATER)
  }
  return () => clearTimeout(timer)
}
