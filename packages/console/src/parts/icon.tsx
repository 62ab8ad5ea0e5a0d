import type { LucideIcon } from 'lucide-react'

const SIZES = { l: 32, m: 20, s: 16, xs: 14 }

/** Every icon is drawn on the same grid with the same stroke, and says nothing: words stand beside it or on its button. */
export function Icon({
  of: Drawn,
  size = 'm',
  className,
}: {
  of: LucideIcon
  size?: keyof typeof SIZES
  className?: string | undefined
}) {
  return (
    <Drawn
      size={SIZES[size]}
      strokeWidth={1.5}
      absoluteStrokeWidth={size === 'l'}
      aria-hidden
      className={className}
      style={{ flex: 'none' }}
    />
  )
}
