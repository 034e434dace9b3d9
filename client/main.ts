import { createApp } from 'vue'
import { router } from './router.ts'
import { openBoard } from './state/board.ts'
import { startPhotos } from './state/photos.ts'
import { me, recallSession } from './state/session.ts'
import { lang, speak } from './text/lang.ts'
import App from './ui/App.vue'
import './styles/tokens.css'
import './styles/base.css'

async function start(): Promise<void> {
  speak(lang.value)
  if (location.pathname !== '/in') {
    await recallSession()
    if (me.value) await openBoard().then(startPhotos)
    else await router.replace('/in')
  }
  createApp(App).use(router).mount('#app')
  if (import.meta.env.PROD) void navigator.serviceWorker?.register('/service-worker.js')
}

void start()
