type Given = { drawing: string; small?: boolean; dots?: boolean }

export const Icon = ({ drawing, small, dots }: Given) => (
  <svg class={small ? 'icon icon-small' : dots ? 'icon icon-dots' : 'icon'} viewBox="0 0 24 24" aria-hidden="true">
    <path d={drawing} />
  </svg>
)
