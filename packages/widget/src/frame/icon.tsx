const DRAWINGS = {
  alert: 'M12 4L2.8 19.5h18.4zM12 10v4.5M12 17v.01',
  chat: 'M4 20l1.3-4a8 8 0 1 1 3.1 2.7z',
  check: 'M4.5 12.5l5 5 10-11',
  checks: 'M2 12.5l4.5 4.5L15 7.5M11.5 16.5l.8.7L21.5 7.5',
  clock: 'M12 3a9 9 0 1 0 .01 0zM12 7v5l3.2 2',
  down: 'M6 9.5l6 6 6-6',
  minus: 'M5 12h14',
  moon: 'M20 14.5A8.5 8.5 0 1 1 9.5 4a6.8 6.8 0 0 0 10.5 10.5z',
  more: 'M5.5 12v.01M12 12v.01M18.5 12v.01',
  plus: 'M12 5v14M5 12h14',
  send: 'M21 3L10.5 13.5M21 3l-6.5 18-4-7.5L3 9.5z',
  cross: 'M6 6l12 12M18 6L6 18',
}

type Given = { name: keyof typeof DRAWINGS; small?: boolean }

export const Icon = ({ name, small }: Given) => (
  <svg class={small ? 'icon icon-small' : name === 'more' ? 'icon icon-dots' : 'icon'} viewBox="0 0 24 24" aria-hidden="true">
    <path d={DRAWINGS[name]} />
  </svg>
)
