// The more special names come first: every browser claims to be several others.
const BROWSERS = [
  ['Edg', 'Edge'],
  ['OPR', 'Opera'],
  ['SamsungBrowser', 'Samsung Internet'],
  ['Firefox', 'Firefox'],
  ['HeadlessChrome', 'Chrome'],
  ['Chrome', 'Chrome'],
  ['Version', 'Safari'],
] as const
const SYSTEMS = [
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Android', 'Android'],
  ['Windows', 'Windows'],
  ['Mac OS X', 'macOS'],
  ['Linux', 'Linux'],
] as const

/** "Firefox 145, Linux" from what a browser says of itself; nothing when it is unknown. */
export function deviceName(userAgent: string): string | undefined {
  const browser = BROWSERS.find(([token]) => userAgent.includes(`${token}/`))
  const version = browser && new RegExp(`${browser[0]}/(\\d+)`).exec(userAgent)?.[1]
  const system = SYSTEMS.find(([token]) => userAgent.includes(token))?.[1]
  const name = browser && [browser[1], version].filter(Boolean).join(' ')
  return [name, system].filter(Boolean).join(', ') || undefined
}
