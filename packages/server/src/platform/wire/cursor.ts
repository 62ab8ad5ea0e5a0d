/** Where one connection stands in one topic. `behind` is set when something moved while a page was read. */
export type Cursor = {
  position: number | undefined
  state: 'catching-up' | 'live'
  behind: boolean
}

export const cursorAt = (position: number | undefined): Cursor => ({ position, state: 'catching-up', behind: false })
