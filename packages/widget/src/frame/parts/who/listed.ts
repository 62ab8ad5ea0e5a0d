import { fill } from '../../../messages/words.ts'

const NAMED_MAX = 2

/** "Ada and Mateus"; from three on "Ada, Mateus and 1 more". */
export function listed({ names, locale, more }: { names: readonly string[]; locale: string; more: string }): string {
  const others = names.length - NAMED_MAX
  const count = new Intl.NumberFormat(locale).format(others)
  const shown = others > 0 ? [...names.slice(0, NAMED_MAX), fill(more, { count })] : names
  return new Intl.ListFormat(locale).format(shown)
}
