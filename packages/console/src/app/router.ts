import type { Start } from '@portico/protocol/auth'
import type { QueryClient } from '@tanstack/react-query'
import {
  type AnyRoute,
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router'
import { startQuery } from '../auth/start.ts'
import type { Texts } from '../messages/open-texts.ts'
import { sharedTexts } from '../messages/texts.ts'
import type { Language } from '../preferences/languages.ts'
import { ROOT } from '../requests/address.ts'
import { type Room, type Screen, SETTINGS_PATH } from '../rooms/room.ts'
import { Crashed } from './crashed.tsx'
import { NotFound } from './not-found.tsx'

type Context = { queries: QueryClient; language: () => Language }
type Options = Context & { rooms: readonly Room[] }

const HOME = '/inbox'

/** The addresses of the console, made from what its rooms declare. */
export function openRouter({ rooms, ...context }: Options) {
  const root = createRootRouteWithContext<Context>()({
    component: Outlet,
    notFoundComponent: NotFound,
    errorComponent: Crashed,
    beforeLoad: async ({ context: { queries, language } }) => {
      const [start] = await Promise.all([queries.ensureQueryData(startQuery), sharedTexts.load(language())])
      return { start }
    },
  })
  const signedIn = createRoute({
    getParentRoute: () => root,
    id: 'in',
    beforeLoad: ({ context: { start }, location }) => {
      if (start.needsSetup) throw redirect({ to: '/setup' })
      if (!start.signedIn) throw redirect({ to: '/sign-in', search: location.pathname === '/' ? {} : { next: location.href } })
      if (start.lacksSecondFactor) throw redirect({ to: '/second-factor' })
      return { me: start.signedIn }
    },
    component: lazyRouteComponent(() => import('./signed-in.tsx'), 'SignedIn'),
  })
  const pages = rooms.flatMap(({ texts = [], settings = [] }) => settings.map((screen) => ({ screen, texts })))
  const inside = rooms.flatMap(({ texts = [], screens = [] }) =>
    screens.map((screen) => screenRoute(signedIn, screen, texts, screen.path === SETTINGS_PATH ? pages : [])),
  )
  const outside = rooms.flatMap(({ texts = [], entrances = [] }) =>
    entrances.map(({ leads, ...screen }) => screenRoute(root, screen, texts, [], leads)),
  )
  const moved = rooms.flatMap((room) => room.moved ?? []).map(({ from, to }) => movedRoute(signedIn, from, to))
  const tree = root.addChildren([
    ...outside,
    signedIn.addChildren([movedRoute(signedIn, '/', HOME), ...inside, ...moved]) as AnyRoute, // its parts are known by their addresses only
  ])
  return createRouter({ routeTree: tree, context, basepath: ROOT, defaultErrorComponent: Crashed })
}

type Page = { screen: Screen; texts: readonly Texts<unknown>[] }

function screenRoute(
  parent: AnyRoute,
  { path, load, search, children = [] }: Screen,
  texts: readonly Texts<unknown>[],
  more: readonly Page[] = [],
  leads?: (start: Start) => string | undefined,
): AnyRoute {
  const route: AnyRoute = createRoute({
    getParentRoute: () => parent,
    path,
    ...(search ? { validateSearch: search } : {}),
    beforeLoad: ({ context }: { context: Context & { start: Start } }) => {
      const to = leads?.(context.start)
      if (to !== undefined) throw redirect({ to })
    },
    loader: ({ context }: { context: Context }) =>
      Promise.all(texts.map((each) => each.load(context.language()))).then(() => null),
    component: lazyRouteComponent(async () => ({ default: await load() })),
  })
  const inner = [...children.map((screen) => ({ screen, texts })), ...more]
  if (inner.length > 0) route.addChildren(inner.map((page) => screenRoute(route, page.screen, page.texts)))
  return route
}

/** An address of before leads to the one of today, with all that stood in it. */
function movedRoute(parent: AnyRoute, from: string, to: string): AnyRoute {
  return createRoute({
    getParentRoute: () => parent,
    path: from,
    beforeLoad: () => {
      throw redirect({ to, params: true, search: true, replace: true })
    },
  })
}
