import type { ComponentProps } from './component-props.ts'

/** Something that is needed has not come: it is said once for all, and the rest goes on. */
export const PartsNotice = ({ parts, words: { texts } }: ComponentProps) =>
  parts.areMissing() ? (
    <div class="notice notice-line" role="status">
      <span>{texts.partMissing}</span>
      <button class="link" type="button" onClick={() => void reload()}>
        {texts.loadAgain}
      </button>
    </div>
  ) : null

// Some browsers keep in mind what could not be fetched as long as the page lives, and after an update its name is another: a
// new page asks anew. Without a connection there would be none.
async function reload(): Promise<void> {
  const isThere = await fetch(location.href).then(
    ({ ok }) => ok,
    () => false,
  )
  if (isThere) location.reload()
}
