import { lib, pageOf, type Host } from './host.ts'

/** Vue takes over all that the body holds, and draws it anew. */
export const vue: Host = {
  name: 'vue',
  html: (page) => {
    const html = pageOf(page, {
      head: lib('vue/dist/vue.global.js'),
      end: `<script>
        const titleNow = () => (location.pathname.endsWith('/care') ? 'Care' : 'Bowls')
        Vue.createApp({
          data: () => ({ title: titleNow() }),
          watch: { title: { immediate: true, handler: (title) => (document.title = title) } },
          mounted() {
            addEventListener('popstate', () => (this.title = titleNow()))
          },
          methods: {
            go(event) {
              history.pushState(null, '', event.target.href)
              this.title = titleNow()
            },
          },
          template: \`<main id="main"><h1>{{ title }}</h1><nav><a href="${page.at}/" @click.prevent="go">Bowls</a>
            <a href="${page.at}/care" @click.prevent="go">Care</a></nav><button type="button" id="mine">Add to basket</button></main>\`,
        }).mount(document.body)
      </script>`,
    })
    return html
  },
}
