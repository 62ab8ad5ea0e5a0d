type Attributes = Record<string, string | ((event: Event) => void)>

type Made<Tag> = Tag extends keyof HTMLElementTagNameMap ? HTMLElementTagNameMap[Tag] : HTMLElement

/** Built by calls, never from markup, so that a page with trusted types or a strict policy stays content. */
export function element<Tag extends string>(tag: Tag, attributes: Attributes, ...children: (Node | string)[]): Made<Tag> {
  const made = document.createElementNS(`http://www.w3.org/${/svg|path/.test(tag) ? '2000/svg' : '1999/xhtml'}`, tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'string') made.setAttribute(name, value)
    else made.addEventListener(name, value)
  }
  made.append(...children)
  return made as Made<Tag> // what the tag makes
}

export const CHAT = 'M4 20l1.3-4a8 8 0 1 1 3.1 2.7z'
export const SEND = 'M21 3L10.5 13.5M21 3l-6.5 18-4-7.5L3 9.5z'
export const CROSS = 'M6 6l12 12M18 6L6 18'

export const icon = (drawing: string) => svg('0 0 24 24', drawing)

/** Somebody is there: a disc with a tick, so that colour does not say it alone. */
export const presence = () => svg('0 0 12 12', 'M6 1a5 5 0 1 0 .01 0z', 'M3.7 6.2l1.6 1.6 3-3.4')

const svg = (viewBox: string, ...drawings: string[]) =>
  element('svg', { viewBox, 'aria-hidden': 'true' }, ...drawings.map((d) => element('path', { d })))
