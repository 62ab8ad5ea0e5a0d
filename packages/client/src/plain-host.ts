/** Cyrillic, Armenian and Greek letters that look like Latin ones. */
const LOOKALIKES = /^[-\dасԁеһіјӏорԛѕԝхуѵαικνορτυχօսոցհ]+$/
/** Latin as it is written in Europe, but for the dotless i and its like, and what is written with it in East Asia. */
const WITH_LATIN = /^(?!.*[ıĸŀ])[-a-z\dß-ž\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}]+$/u
const WITHOUT_LATIN = /^[-\d\p{L}\p{M}]+$/u
const MIXED = /\p{sc=Latn}|\p{sc=Cyrl}.*\p{sc=Grek}|\p{sc=Grek}.*\p{sc=Cyrl}/u

/** The host that a written one leads to, as the network knows it, where people may read the written one as another. */
export function plainHost(written: string): string | undefined {
  const shown = written.toLowerCase().normalize('NFC')
  if (!URL.canParse(`https://${shown}`)) return undefined
  const { hostname } = new URL(`https://${shown}`)
  // A number is another address; what only looks like a dot has been made one.
  const labels = shown.split('.')
  return shown === hostname || (labels.length === hostname.split('.').length && labels.every(readsAsItIs)) ? undefined : hostname
}

function readsAsItIs(label: string): boolean {
  if (WITH_LATIN.test(label)) return true
  return WITHOUT_LATIN.test(label) && !LOOKALIKES.test(label) && !MIXED.test(label)
}
