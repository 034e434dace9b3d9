import type { Component } from 'vue'
import type { FormName } from './base/forms/forms.ts'

/** The component of each form. It is fetched when the form is opened. */
export const formPages: Readonly<Record<FormName, () => Promise<{ default: Component }>>> = {
  reportIssue: () => import('./issues/report/ReportIssue.vue'),
  addPlace: () => import('./register/AddPlace.vue'),
  openShift: () => import('./duty/shift/OpenShift.vue'),
  postShortage: () => import('./supplies/PostShortage.vue'),
  drawZone: () => import('./zones/DrawZone.vue'),
  announce: () => import('./incident/Announce.vue'),
  giveSlip: () => import('./issues/slips/GiveSlip.vue'),
  receiveGoods: () => import('./supplies/notes/GoodsIn.vue'),
  issueGoods: () => import('./supplies/notes/GoodsOut.vue'),
  sendGoods: () => import('./supplies/notes/GoodsSent.vue'),
  takeStock: () => import('./supplies/notes/TakeStock.vue'),
}
