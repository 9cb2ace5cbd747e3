/** Properties and attributes of an element; those that are `undefined` are left out, and `data-` and `aria-` names are attributes. */
type Settings = Readonly<Record<string, string | number | boolean | undefined | ((event: Event) => void)>>

type Child = Node | string | undefined

/** Makes an element. Text is always text: nothing that a README says becomes markup of the page. */
export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  settings: Settings = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name)
  for (const [key, value] of Object.entries(settings)) {
    if (value === undefined || value === false) continue
    if (typeof value === 'function') element.addEventListener(key, value)
    else element.setAttribute(key, value === true ? '' : String(value))
  }
  element.append(...children.filter((child) => child !== undefined))
  return element
}

/** An element of the page that is always there. */
export function find<Element extends HTMLElement = HTMLElement>(id: string): Element {
  return document.getElementById(id) as Element
}

/** `1 finding`, `2 findings`. */
export function counted(count: number, noun: string, plural: string = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`
}
