import { useRef, useState } from 'preact/hooks'
import { chooseLocale, languageOf } from '../src/messages/locale.ts'
import { previewTexts } from './texts.ts'

/** What the owner takes home: one line. */
export function Panel({ snippet }: { snippet: string }) {
  const [copied, setCopied] = useState(false)
  const code = useRef<HTMLElement>(null)
  const texts = previewTexts[languageOf(chooseLocale(navigator.languages))]

  async function copy() {
    // Over plain http the browser offers no clipboard; the old command copies what is selected.
    if (code.current) getSelection()?.selectAllChildren(code.current)
    if (navigator.clipboard) await navigator.clipboard.writeText(snippet)
    else document.execCommand('copy')
    setCopied(true)
  }

  return (
    <aside class="panel">
      <details open>
        <summary>{texts.title}</summary>
        <p>{texts.lead}</p>
        <p>{texts.paste}</p>
        <div class="panel-snippet">
          <code ref={code}>{snippet}</code>
          <button type="button" onClick={() => void copy()}>
            {copied ? texts.copied : texts.copy}
          </button>
        </div>
        <a href="./">{texts.console}</a>
      </details>
    </aside>
  )
}
