const LOCK = 'portico.focus'

/** While this tab has the focus it holds a lock, by which the other tabs of the console know that somebody looks. */
export function holdFocusLock(): () => void {
  let release: (() => void) | undefined
  const take = () => {
    if (release || !document.hasFocus()) return
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    void navigator.locks?.request(LOCK, { mode: 'shared' }, () => held)
  }
  const drop = () => {
    release?.()
    release = undefined
  }
  take()
  addEventListener('focus', take)
  addEventListener('blur', drop)
  return () => {
    removeEventListener('focus', take)
    removeEventListener('blur', drop)
    drop()
  }
}

/** Some tab of the console has the focus. Over plain http there are no locks, and each tab knows of itself only. */
export async function isConsoleFocused(): Promise<boolean> {
  if (document.hasFocus()) return true
  const locks = await navigator.locks?.query()
  return locks?.held?.some((lock) => lock.name === LOCK) ?? false
}
