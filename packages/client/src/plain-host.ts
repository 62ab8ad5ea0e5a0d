/** Cyrillic, Armenian and Greek letters that look like Latin ones. */
const LOOKALIKES = /^[-\dавсԁеһіјӏкмпоԛгрѕтѵѡхуёїүҡԝօսոռցհյқαβγεικνορτυχω]+$/
/** Latin as it is written in Europe, but for the dotless i and its like, and what is written with it in East Asia. */
const WITH_LATIN = /^(?!.*[ıĸŀ])[-a-z\dß-žșț\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}ー]+$/u
const WITHOUT_LATIN = /^[-\d\p{L}\p{M}]+$/u
const ALPHABETS = [/\p{sc=Latn}/u, /\p{sc=Cyrl}/u, /\p{sc=Grek}/u, /\p{sc=Armn}/u, /\p{sc=Cher}/u, /\p{sc=Lisu}/u]

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
  return (
    WITHOUT_LATIN.test(label) &&
    !LOOKALIKES.test(label) &&
    ALPHABETS.filter((each) => each.test(label)).length < 2 &&
    !/\p{sc=Latn}/u.test(label)
  )
}
