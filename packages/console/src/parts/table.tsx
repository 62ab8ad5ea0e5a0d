import { useVirtualizer } from '@tanstack/react-virtual'
import { memo, type ReactNode, useRef } from 'react'
import { rowsAround } from './rows-around.ts'
import styles from './table.module.css'

const ROW_HEIGHT = 56

/** `more` stands below the name. */
type Column = { name: string; more?: string; hidden?: boolean; narrow?: boolean }
type Props<Row> = {
  label: string
  columns: readonly Column[]
  rows: readonly Row[]
  keyOf: (row: Row) => string
  cells: (row: Row) => readonly ReactNode[]
}

/** A real table of which only the rows in sight exist. The first cell of a row is its heading; `narrow` ones leave on a phone. */
export function Table<Row>({ label, columns, rows, keyOf, cells }: Props<Row>) {
  const scroller = useRef<HTMLDivElement>(null)
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => (rows[index] === undefined ? index : keyOf(rows[index])),
    rangeExtractor: rowsAround,
  })
  const items = virtualizer.getVirtualItems()
  const before = items[0]?.start ?? 0
  const after = virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0)
  return (
    <div ref={scroller} className={styles['scroller']} tabIndex={0} role="group" aria-label={label}>
      <table className={styles['table']} aria-rowcount={rows.length + 1}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.name} scope="col" className={column.narrow ? styles['wideOnly'] : undefined}>
                {column.hidden ? <span className="hidden">{column.name}</span> : column.name}
                {column.more !== undefined && <small>{column.more}</small>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {before > 0 && <Space height={before} columns={columns.length} />}
          {items.map((item) => {
            const row = rows[item.index]
            return (
              row !== undefined && (
                <TableRow
                  key={item.key}
                  measure={virtualizer.measureElement}
                  index={item.index}
                  row={row}
                  cells={cells as CellsOf} // of the row beside it
                  columns={columns}
                />
              )
            )
          })}
          {after > 0 && <Space height={after} columns={columns.length} />}
        </tbody>
      </table>
    </div>
  )
}

type CellsOf = (row: unknown) => readonly ReactNode[]
type RowProps = {
  measure: (element: Element | null) => void
  index: number
  row: unknown
  cells: CellsOf
  columns: readonly Column[]
}

const TableRow = memo(({ measure, index: at, row, cells, columns }: RowProps) => (
  <tr ref={measure} data-index={at} aria-rowindex={at + 2}>
    {cells(row).map((cell, index) =>
      index === 0 ? (
        <th key={index} scope="row">
          {cell}
        </th>
      ) : (
        <td key={index} className={columns[index]?.narrow ? styles['wideOnly'] : undefined}>
          {cell}
        </td>
      ),
    )}
  </tr>
))

// Stands for the rows that are out of sight.
const Space = ({ height, columns }: { height: number; columns: number }) => (
  <tr aria-hidden="true">
    <td colSpan={columns} style={{ height, padding: 0, border: 0 }} />
  </tr>
)
