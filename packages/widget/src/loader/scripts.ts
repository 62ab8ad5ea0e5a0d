import { addressOf } from '../address-of.ts'
import type { Embedding, Script } from '../embedding.ts'
import { fail } from './told.ts'

/**
 * What continues the loader: a script each, fetched once and opened. One that does not come is fetched again when next it is used.
 * They are imported: so the page's nonce holds for them too, and pages with trusted types have no address of a script to refuse.
 */
export function openScripts(embedding: Embedding) {
  const opened: Record<string, Promise<unknown> | undefined> = {}
  let misses = ''

  async function open<Opened>(path: string): Promise<Opened> {
    try {
      // Some browsers remember of an address that it could not be imported.
      const script = (await import(/* @vite-ignore */ addressOf(path, embedding.script) + misses)) as Script<Opened> // as the build has made it
      return script.open(embedding)
    } catch (error) {
      misses += '?'
      delete opened[path]
      throw error
    }
  }

  return {
    has: (path: string) => path in opened,
    use: <Opened>(path: string, use: (opened: Opened) => void): Promise<Opened> => {
      const script = (opened[path] ??= open<Opened>(path)) as Promise<Opened> // by this path
      script.then(use).catch(fail)
      return script
    },
  }
}
