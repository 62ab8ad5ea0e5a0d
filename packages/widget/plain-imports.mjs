const PRELOADER = '\0vite/preload-helper.js'

/** What is loaded when it is used brings no style sheet and no files of its own: the bundler's preloader would be dead weight. */
export const plainImports = () => ({
  name: 'plain-imports',
  enforce: 'pre',
  load: (id) => (id === PRELOADER ? 'export const __vitePreload = (load) => load()' : undefined),
})
