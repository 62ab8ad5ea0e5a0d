import { launch } from '../browser.ts'
import { openStage, type Stage } from '../stage.ts'
import { keepDevices } from './devices.ts'
import { openHouse, type House } from './house.ts'
import type { Scene, Shown } from './scene.ts'

/** Shows scenes, one after the other; houses are opened when the first scene needs them. */
export type Houses = {
  /** Shows a scene to somebody, and clears up behind him. */
  show: (scene: Scene, look: (shown: Shown) => Promise<void>) => Promise<void>
  close: () => Promise<void>
}

export async function openHouses(options: Parameters<typeof launch>[0] = {}): Promise<Houses> {
  const browser = await launch(options)
  let fresh: Stage | undefined
  let lived: House | undefined

  async function openFresh(): Promise<Stage> {
    const stage = await openStage({ browser })
    return { ...stage, device: keepDevices(stage) }
  }

  async function enter(scene: Scene): Promise<Shown> {
    switch (scene.house) {
      case 'fresh':
        return scene.show((fresh ??= await openFresh()))
      case 'lived':
        return scene.show((lived ??= await openHouse(browser)))
    }
  }

  return {
    show: async (scene, look) => {
      const shown = await enter(scene)
      try {
        await look(shown)
      } finally {
        shown.stop?.()
        await (scene.house === 'lived' ? lived?.leave(shown.page) : shown.page.close())
      }
    },
    close: async () => {
      await fresh?.close()
      await lived?.close()
      await browser.close()
    },
  }
}
