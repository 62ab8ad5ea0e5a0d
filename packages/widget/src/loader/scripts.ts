import type { Embedding, Script } from '../embedding.ts'

/** What continues the loader: a script each, fetched once and opened. One that does not come is fetched again when next it is used. */
export function openScripts(embedding: Embedding) {
  const opened = new Map<string, Promise<unknown>>()
  return {
    has: (path: string) => opened.has(path),
    use: <Opened>(path: string, use: (opened: Opened) => void): Promise<Opened> => {
      const script = (opened.get(path) as Promise<Opened> | undefined) ?? fetchScript<Opened>(path, embedding) // by this path
      opened.set(path, script)
      script.then(use, () => {
        opened.delete(path)
        embedding.emit('error', { reason: 'unreachable' })
      })
      return script
    },
  }
}

async function fetchScript<Opened>(path: string, embedding: Embedding): Promise<Opened> {
  const { src, nonce } = embedding.script
  const added = document.createElement('script') as Script<Opened> // it is, once it has run
  await new Promise((onload, onerror) => {
    Object.assign(added, { referrerPolicy: 'no-referrer', src: trusted(new URL(`.${path}`, src).href), nonce, onload, onerror })
    document.head.append(added)
  })
  return added.open(embedding)
}

type ScriptUrls = { createScriptURL: (url: string) => string }
type TrustedTypes = { createPolicy: (name: string, rules: ScriptUrls) => ScriptUrls }

let policy: ScriptUrls | undefined

// Pages that ask for trusted types take no address of a script from a plain text, and no second policy of one name.
function trusted(url: string): string {
  const { trustedTypes } = window as { trustedTypes?: TrustedTypes } // not every browser has them
  policy ??= trustedTypes?.createPolicy('portico', { createScriptURL: (own) => own })
  return policy?.createScriptURL(url) ?? url
}
