/** What an operator needs of a page's address: the path. What is no web address is shown as it came. */
export function pagePath(url: string): string {
  const parsed = isWebAddress(url) ? URL.parse(url) : null
  return parsed ? decoded(parsed.pathname) + parsed.search : url
}

/** Only these may be opened by a click. */
export function isWebAddress(url: string): boolean {
  const protocol = URL.parse(url)?.protocol
  return protocol === 'https:' || protocol === 'http:'
}

function decoded(path: string): string {
  try {
    return decodeURI(path)
  } catch {
    // Percent signs that encode nothing.
    return path
  }
}
