import { createApp } from 'vue'
import { router } from './router.ts'
import { keepPages } from './state/ahead.ts'
import { openBoard } from './state/board.ts'
import { startPhotos } from './state/photos.ts'
import { endKept, me, recallSession } from './state/session.ts'
import { watchDevice } from './state/sign-out.ts'
import { lang, speak } from './text/lang.ts'
import App from './ui/App.vue'
import { loadScreen } from './ui/screen.ts'
import './state/theme.ts'
import './styles/tokens.css'
import './styles/base.css'

/** A place's code, and a sign-up link: for whoever is not signed in too. */
const openToAll = /^\/(?:p\/|join$)/

async function start(): Promise<void> {
  speak(lang.value)
  if (location.pathname !== '/in') {
    // The screen comes while the person and the board are still being asked for.
    if (location.pathname === '/') void loadScreen()
    if (await endKept()) await recallSession()
    if (me.value) await openBoard().then(startPhotos)
    else if (!openToAll.test(location.pathname)) await router.replace('/in')
  }
  watchDevice()
  createApp(App).use(router).mount('#app')
  if (import.meta.env.PROD) keepPages()
}

void start()
