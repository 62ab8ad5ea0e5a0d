import { pageOf, type Host } from './host.ts'

/** What is fixed stands in html itself where that is moved, turned or filtered, and is cut off with it. */
export const transformed: Host = {
  name: 'transformed',
  html: (page) =>
    pageOf(page, {
      head: `<style>
        html { transform: translateX(0); filter: saturate(1); overflow: clip; height: 300px }
        body { height: 250px; overflow: auto } main { height: 3000px }
      </style>`,
    }),
}
