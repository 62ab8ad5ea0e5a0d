import { useEffect } from 'react'

/** The title of the tab while this is drawn. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = title
  }, [title])
}
