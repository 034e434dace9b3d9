import type { RouteRecordRaw } from 'vue-router'

/** The name of the route of every address without a page here. */
export const elsewhere = 'elsewhere'

/** The pages of volunteers and of visitors. Those of everybody else are in `office-routes.ts`. */
export const routes: readonly RouteRecordRaw[] = [
  { path: '/in', component: () => import('./people/SignIn.vue') },
  { path: '/', component: () => import('./shell/Board.vue') },
  { path: '/device', component: () => import('./device/DevicePage.vue') },
  { path: '/wall', component: () => import('./shell/wall/WallPage.vue') },
  { path: '/join', component: () => import('./people/JoinPage.vue') },
  { path: '/certificate/:person', component: () => import('./duty/certificate/CertificatePage.vue') },
  { path: '/calendar', component: () => import('./duty/calendar/CalendarPage.vue') },
  { path: '/p/:place', component: () => import('./register/codes/PlaceGate.vue') },
  { path: '/incidents', component: () => import('./incident/IncidentsPage.vue') },
  { path: '/h', component: () => import('./help/AskPage.vue') },
  { path: '/e', component: () => import('./exposure/LinesPage.vue') },
  { path: '/settled', component: () => import('./shell/settled/SettledPage.vue') },
  { path: '/:rest(.*)*', name: elsewhere, component: () => import('./base/NothingHere.vue') },
]
