import type { Component } from 'vue'
import { part } from './core/part.ts'
import ShiftDetail from './duty/shift/ShiftDetail.vue'
import AnnouncementDetail from './incident/AnnouncementDetail.vue'
import IssueDetail from './issues/IssueDetail.vue'
import PlaceDetail from './shell/panel/PlaceDetail.vue'
import TownshipDetail from './shell/panel/TownshipDetail.vue'
import ShortageDetail from './supplies/ShortageDetail.vue'
import ZoneDetail from './zones/ZoneDetail.vue'

/** The content of the panel for each kind of record, and for a township. */
export const details: Readonly<Record<string, Component>> = {
  issue: IssueDetail,
  place: PlaceDetail,
  shift: ShiftDetail,
  shortage: ShortageDetail,
  zone: ZoneDetail,
  township: TownshipDetail,
  announcement: AnnouncementDetail,
  post: part(() => import('./duty/posts/PostDetail.vue')),
  team: part(() => import('./inspections/TeamDetail.vue')),
  exposure: part(() => import('./exposure/ExposureDetail.vue')),
  inspection: part(() => import('./inspections/visit/InspectionDetail.vue')),
}
