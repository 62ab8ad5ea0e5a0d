import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router'
import { startQuery } from '../auth/start.ts'
import { isChannelSection } from '../channels/sections.ts'
import { Crashed } from './crashed.tsx'
import { NotFound } from './not-found.tsx'

type Context = { queries: QueryClient }

// Each part of the console is loaded when somebody goes there; the inbox is one part.
const JoinScreen = lazyRouteComponent(() => import('../auth/join-screen.tsx'), 'JoinScreen')
const ResetScreen = lazyRouteComponent(() => import('../auth/reset-screen.tsx'), 'ResetScreen')
const SecondFactorScreen = lazyRouteComponent(() => import('../auth/second-factor-screen.tsx'), 'SecondFactorScreen')
const SetupScreen = lazyRouteComponent(() => import('../auth/setup-screen.tsx'), 'SetupScreen')
const SignInScreen = lazyRouteComponent(() => import('../auth/sign-in-screen.tsx'), 'SignInScreen')
const SignedIn = lazyRouteComponent(() => import('./signed-in.tsx'), 'SignedIn')
const InboxScreen = lazyRouteComponent(() => import('../inbox/inbox-screen.tsx'), 'InboxScreen')
const ChooseScreen = lazyRouteComponent(() => import('../inbox/choose-screen.tsx'), 'ChooseScreen')
const ConversationScreen = lazyRouteComponent(() => import('../inbox/conversation-screen.tsx'), 'ConversationScreen')
const TeamScreen = lazyRouteComponent(() => import('../team/team-screen.tsx'), 'TeamScreen')
const ChannelsScreen = lazyRouteComponent(() => import('../channels/channels-screen.tsx'), 'ChannelsScreen')
const ChannelScreen = lazyRouteComponent(() => import('../channels/channel-screen.tsx'), 'ChannelScreen')
const SettingsScreen = lazyRouteComponent(() => import('../account/settings-screen.tsx'), 'SettingsScreen')
const SecurityScreen = lazyRouteComponent(() => import('../security/security-screen.tsx'), 'SecurityScreen')

const root = createRootRouteWithContext<Context>()({
  component: Outlet,
  notFoundComponent: NotFound,
  errorComponent: Crashed,
  beforeLoad: async ({ context }) => ({ start: await context.queries.ensureQueryData(startQuery) }),
})

const setup = createRoute({
  getParentRoute: () => root,
  path: '/setup',
  component: SetupScreen,
})
const join = createRoute({
  getParentRoute: () => root,
  path: '/join',
  component: JoinScreen,
})
const reset = createRoute({ getParentRoute: () => root, path: '/reset', component: ResetScreen })
const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search): { next?: string } => (isOwnPath(search['next']) ? { next: search['next'] } : {}),
  beforeLoad: ({ context: { start } }) => {
    if (start.needsSetup) throw redirect({ to: '/setup' })
    if (start.signedIn) throw redirect({ to: '/inbox' })
  },
  component: SignInScreen,
})

/** For those who are signed in and whom the site lets do nothing else yet. */
const secondFactor = createRoute({
  getParentRoute: () => root,
  path: '/second-factor',
  beforeLoad: ({ context: { start } }) => {
    if (!start.lacksSecondFactor) throw redirect({ to: '/inbox' })
  },
  component: SecondFactorScreen,
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
  component: SignedIn,
})
const home = createRoute({
  getParentRoute: () => signedIn,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/inbox' })
  },
})
const inbox = createRoute({ getParentRoute: () => signedIn, path: '/inbox', component: InboxScreen })
const choose = createRoute({ getParentRoute: () => inbox, path: '/', component: ChooseScreen })
const conversation = createRoute({
  getParentRoute: () => inbox,
  path: '$conversation',
  validateSearch: (search): { about?: boolean } => (search['about'] ? { about: true } : {}),
  component: ConversationScreen,
})
const team = createRoute({ getParentRoute: () => signedIn, path: '/team', component: TeamScreen })
const channels = createRoute({ getParentRoute: () => signedIn, path: '/channels', component: ChannelsScreen })
const channel = createRoute({
  getParentRoute: () => signedIn,
  path: '/channels/$channel',
  validateSearch: (search) => (isChannelSection(search['section']) ? { section: search['section'] } : {}),
  component: ChannelScreen,
})
const settings = createRoute({ getParentRoute: () => signedIn, path: '/settings', component: SettingsScreen })
const security = createRoute({ getParentRoute: () => signedIn, path: '/settings/security', component: SecurityScreen })

const tree = root.addChildren([
  setup,
  join,
  reset,
  signIn,
  secondFactor,
  signedIn.addChildren([home, inbox.addChildren([choose, conversation]), team, channels, channel, settings, security]),
])

export const openRouter = (queries: QueryClient) =>
  createRouter({ routeTree: tree, context: { queries }, defaultErrorComponent: Crashed })

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof openRouter>
  }
}

// Only a path of this console may follow a sign-in, never another site.
const isOwnPath = (value: unknown): value is string => typeof value === 'string' && /^\/(?![/\\])/.test(value)
