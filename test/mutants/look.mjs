/** Bugs to plant in how screens look: styles and the parts they share. */
export const look = [
  { name: 'page-named-like-its-table', file: 'client/base/SidePage.vue', from: '-width`, {', to: '`, {', by: 'test/structure/styles.test.ts' },
  { name: 'foot-counts-shown-rows', file: 'client/base/lists/ListFoot.vue', from: '(count ?? 0) - most.value', to: 'count ?? 0', by: 'test/client/list-foot.test.ts' },
]
