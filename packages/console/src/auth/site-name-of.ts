/** Whose mail people have without a site of their own. */
const MAIL_HOUSES =
  /^(?:gmail|googlemail|outlook|hotmail|live|msn|yahoo|icloud|me|mac|aol|gmx|web|mail|proton|protonmail|pm|posteo|orange|free|laposte|wanadoo)\./

/** How the site may be called, as long as nobody has said: by the address of whoever sets it up, where that is of a site. */
export function siteNameOf(email: string): string {
  const [, domain = ''] = email.trim().toLowerCase().split('@')
  return /^[^\s.]+(?:\.[^\s.]+)+$/.test(domain) && !MAIL_HOUSES.test(domain) ? domain : ''
}
