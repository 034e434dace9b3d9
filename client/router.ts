import { createRouter, createWebHistory } from 'vue-router'

/** One page a need. */
export const router = createRouter({
  history: createWebHistory(),
  routes: [
    { path: '/in', component: () => import('./ui/sign-in/SignIn.vue') },
    { path: '/', component: () => import('./ui/Board.vue') },
    { path: '/people', component: () => import('./ui/people/PeoplePage.vue') },
    { path: '/join', component: () => import('./ui/volunteers/JoinPage.vue') },
    { path: '/volunteers', component: () => import('./ui/volunteers/VolunteersPage.vue') },
    { path: '/certificate/:person', component: () => import('./ui/certificate/CertificatePage.vue') },
    { path: '/calendar', component: () => import('./ui/calendar/CalendarPage.vue') },
    { path: '/import', component: () => import('./ui/transfer/ImportPage.vue') },
    { path: '/letters', component: () => import('./ui/letters/LettersPage.vue') },
    { path: '/p/:place', component: () => import('./ui/codes/PlaceGate.vue') },
    { path: '/posters', component: () => import('./ui/codes/PostersPage.vue') },
    { path: '/checklists', component: () => import('./ui/checklists/ChecklistsPage.vue') },
    { path: '/issue/:id', component: () => import('./ui/issue/IssuePage.vue') },
    { path: '/inbox', component: () => import('./ui/inbox/InboxPage.vue') },
    { path: '/slip/:id', component: () => import('./ui/slips/SlipPage.vue') },
    { path: '/meeting', component: () => import('./ui/meeting/MeetingPage.vue') },
    { path: '/incidents', component: () => import('./ui/incidents/IncidentsPage.vue') },
    { path: '/replay', component: () => import('./ui/replay/ReplayPage.vue') },
    { path: '/bulletins', component: () => import('./ui/bulletins/BulletinsPage.vue') },
    { path: '/bulletin/:day', component: () => import('./ui/bulletins/BulletinPage.vue') },
    { path: '/bulletin/:day/rows', component: () => import('./ui/bulletins/RowsPage.vue') },
    { path: '/coverage', component: () => import('./ui/coverage/CoveragePage.vue') },
    { path: '/reconcile', component: () => import('./ui/reconcile/ReconcilePage.vue') },
    { path: '/supplies', component: () => import('./ui/supplies/SuppliesPage.vue') },
    { path: '/posts', component: () => import('./ui/posts/PostsPage.vue') },
    { path: '/:rest(.*)*', redirect: '/' },
  ],
})
