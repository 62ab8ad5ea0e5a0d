import { pageOf, type Host } from './host.ts'

/** One key does something wherever it is pressed, and is taken away from whoever else would have it. */
export const hotkeys: Host = {
  name: 'hotkeys',
  html: (page) =>
    pageOf(page, {
      head: `<script>
        for (const type of ['keydown', 'keypress', 'keyup']) {
          document.addEventListener(type, (event) => {
            if (event.target.matches?.('input, textarea')) return
            if (!/^[a-z]$/.test(event.key)) return
            event.preventDefault()
            document.body.append('The key was ' + event.key)
          })
        }
      </script>`,
    }),
}
