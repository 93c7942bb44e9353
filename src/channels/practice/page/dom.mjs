/** @param {string} id @returns {any} an element that index.html declares */
export function byId(id) {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`No element ${id}`);
  return element;
}

/**
 * Makes an element. Properties whose value is null are left out; `onclick` and the like are listeners; text is text,
 * never HTML.
 */
export function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

/** Runs work while a button shows that it is busy and takes no second press. */
export async function whileBusy(buttons, work) {
  for (const button of buttons) {
    button.setAttribute('aria-disabled', 'true');
    button.classList.add('busy');
  }
  try {
    return await work();
  } finally {
    for (const button of buttons) {
      button.removeAttribute('aria-disabled');
      button.classList.remove('busy');
    }
  }
}
