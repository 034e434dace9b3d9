import { createApp } from 'vue'
import { keepPages } from './core/ahead.ts'
import { openToAll } from './core/kept.ts'
import { lang, speak, withWords } from './core/language.ts'
import { followBuilds } from './core/new-build.ts'
import { openBoard } from './core/open-board.ts'
import { recall } from './core/recall.ts'
import { router } from './core/router.ts'
import { endKept, me } from './core/session.ts'
import { watchDevice } from './core/sign-out.ts'
import { elsewhere, routes } from './routes.ts'
import App from './shell/App.vue'
import { loadScreen } from './shell/screen.ts'
import './core/theme.ts'
import './styles/tokens.css'
import './styles/base.css'
import './base/controls/select.css'

async function start(): Promise<void> {
  followBuilds(router)
  for (const route of routes) router.addRoute(route)
  let all = false
  // An address without a page here may be one of the office.
  router.beforeEach(async (to) => {
    if (all || to.name !== elsewhere) return
    const { officeRoutes } = await import('./office-routes.ts')
    for (const route of officeRoutes) router.addRoute(route)
    all = true
    return to.fullPath
  })
  router.beforeResolve(() => withWords(Promise.resolve()))
  const enters = location.pathname === '/in'
  // Fetches the screen while the session and the board are being fetched.
  if (location.pathname === '/') void loadScreen()
  await Promise.all([speak(lang.value), enters || openHere()])
  if (!enters && !me.value && !openToAll.test(location.pathname)) await router.replace('/in')
  watchDevice()
  createApp(App).use(router).mount('#app')
  document.addEventListener('focusin', steady, { once: true })
  if (import.meta.env.PROD) keepPages(() => import('./shell/installed.ts'))
}

/** Fetched with the first field that is entered, and with the next one if it does not come. */
const steady = () => void import('./shell/steady.ts').then(({ keepSteady }) => keepSteady(), () => document.addEventListener('focusin', steady, { once: true }))

async function openHere(): Promise<void> {
  if (await endKept()) await recall()
  if (me.value) await openBoard()
}

void start()
