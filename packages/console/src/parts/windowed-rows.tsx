import { useVirtualizer } from '@tanstack/react-virtual'
import { createContext, type ReactNode, useContext, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { rowsAround } from './rows-around.ts'
import styles from './windowed-rows.module.css'

/** The element that scrolls, and a number that changes whenever anything in it changes its height. */
type Scroller = { element: HTMLElement | null; revision: number }

export const ScrollerContext = createContext<Scroller>({ element: null, revision: 0 })

type Props<Row> = {
  label: string
  rows: readonly Row[]
  keyOf: (row: Row) => string
  rowHeight: number
  gap?: number
  /** A row to bring into sight. */
  follow?: string | undefined
  reachedEnd?: (() => void) | undefined
  children: (row: Row) => ReactNode
}

/** A list of which only the rows in sight exist. Several may stand in one scroller, one below the other. */
export function WindowedRows<Row>({ label, rows, keyOf, rowHeight, gap = 0, follow, reachedEnd, children }: Props<Row>) {
  const { element, revision } = useContext(ScrollerContext)
  const list = useRef<HTMLUListElement>(null)
  const [top, setTop] = useState(0)
  useLayoutEffect(() => {
    if (list.current) setTop(list.current.offsetTop)
  }, [revision])
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => element,
    // Otherwise a list that appears would scroll what it stands in to the top.
    initialOffset: () => element?.scrollTop ?? 0,
    estimateSize: () => rowHeight,
    getItemKey: (index) => (rows[index] === undefined ? index : keyOf(rows[index])),
    rangeExtractor: rowsAround,
    scrollMargin: top,
    gap,
  })
  const index = follow === undefined ? -1 : rows.findIndex((row) => keyOf(row) === follow)
  useEffect(() => {
    if (index >= 0) virtualizer.scrollToIndex(index, { align: 'auto' })
    // Only when another row is wished; rows that move under it must not pull the list along.
  }, [follow])
  const items = virtualizer.getVirtualItems()
  const last = items.at(-1)?.index
  useEffect(() => {
    if (last !== undefined && last >= rows.length - 1) reachedEnd?.()
  }, [last, rows.length, reachedEnd])
  return (
    <ul ref={list} aria-label={label} className={styles['rows']} style={{ height: virtualizer.getTotalSize() }}>
      {items.map((item) => {
        const row = rows[item.index]
        if (row === undefined) return null
        return (
          <li
            key={item.key}
            ref={virtualizer.measureElement}
            data-index={item.index}
            aria-setsize={reachedEnd ? -1 : rows.length}
            aria-posinset={item.index + 1}
            style={{ transform: `translateY(${item.start - virtualizer.options.scrollMargin}px)` }}
          >
            {children(row)}
          </li>
        )
      })}
    </ul>
  )
}
