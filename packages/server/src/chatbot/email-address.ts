const LENGTH_MAX = 254
const LOCAL_LENGTH_MAX = 64
const ATOM = /^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+$/u
const LABEL = /^(?!-)[\p{L}\p{N}-]{1,63}$/u

/** The address in `ann@example.org` or `Ann <ann@example.org>`, its domain in small letters; null where there is none. */
export function emailAddressIn(text: string): string | null {
  const written = /<([^<>]*)>$/.exec(text.trim())?.[1] ?? text.trim()
  const at = written.lastIndexOf('@')
  if (at < 1 || written.length > LENGTH_MAX) return null
  const local = written.slice(0, at)
  const domain = written.slice(at + 1).toLowerCase()
  return isLocal(local) && isDomain(domain) ? `${local}@${domain}` : null
}

function isLocal(local: string): boolean {
  return local.length <= LOCAL_LENGTH_MAX && local.split('.').every((atom) => ATOM.test(atom))
}

// A dot is asked for although `ann@localhost` is an address: to a visitor's it is the commonest slip.
function isDomain(domain: string): boolean {
  const labels = domain.split('.')
  return (
    labels.length > 1 && labels.every((label) => LABEL.test(label) && !label.endsWith('-')) && !/^\d+$/.test(labels.at(-1) ?? '')
  )
}
