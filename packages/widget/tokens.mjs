// The tokens are one file for widget and console, of roles that name scales. In the widget a style carries the values
// themselves: the names would be a sixth of it.
const COMMENT = /\/\*.*?\*\//gs
const DECLARATION = /(--[\w-]+):\s*([^;}]+);?/g
const USE = /var\((--[\w-]+)\)/g
/** What the page of a frame changes while it runs, or a medium does; a shadow root takes even that as it stands. */
const CHANGES = /^--(?:channel|focus|quick|calm|font)/

export function tokensByValue(tokens, { inShadow }) {
  const isKept = (name) => !inShadow && CHANGES.test(name)
  const values = new Map()
  for (const [, name, value] of tokens.replace(COMMENT, '').matchAll(DECLARATION)) {
    if (!values.has(name) && !isKept(name)) values.set(name, value.replace(/\s+/g, ' ').trim())
  }
  const resolve = (css) => css.replace(USE, (use, name) => (values.has(name) ? resolve(values.get(name)) : use))
  const thinOut = (css) => css.replace(COMMENT, '').replace(DECLARATION, (whole, name) => (isKept(name) ? resolve(whole) : ''))
  return {
    name: 'tokens-by-value',
    enforce: 'pre',
    transform: (code, id) => (id.endsWith('/tokens.css') ? thinOut(code) : /\.css\b/.test(id) ? resolve(code) : undefined),
  }
}
