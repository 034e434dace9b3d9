/** Bugs to plant in how screens look: styles and the parts they share. */
export const look = [
  { name: 'page-named-like-its-table', file: 'client/base/SidePage.vue', from: '-width`, {', to: '`, {', by: 'test/structure/styles.test.ts' },
  { name: 'foot-counts-shown-rows', file: 'client/base/lists/ListFoot.vue', from: '(count ?? 0) - most.value', to: 'count ?? 0', by: 'test/client/list-foot.test.ts' },
  { name: 'labels-under-panels', file: 'client/map/drawing.ts', from: '      for (const one of covered) stage.space.take(one)\n', to: '', by: 'test/client/map-labels.test.ts' },
  { name: 'far-places-named', file: 'client/map/names.ts', from: '  if (view.zoom < nameZoom) return\n', to: '', by: 'test/client/map-labels.test.ts' },
  { name: 'names-on-many', file: 'client/map/names.ts', from: 'others.length ? undefined : ', to: '', by: 'test/client/map-labels.test.ts' },
  { name: 'done-stops-to-come', file: 'client/inspections/meeting/ShowRoutes.vue', from: 'planned.filter(one => one.state !== \'done\')', to: 'planned', by: 'test/client/meeting-show.test.ts' },
  { name: 'no-team-lit', file: 'client/inspections/meeting/ShowRoutes.vue', from: 'lit.value = lit.value === team ? \'\' : team', to: 'lit.value = team ? \'\' : team', by: 'test/client/meeting-show.test.ts' },
  { name: 'arrows-stop-at-empty-cells', file: 'client/base/grid-focus.ts', from: '      if (links.length) return links', to: '      return links', by: 'test/client/grid-focus.test.ts' },
  { name: 'first-link-is-the-stop', file: 'client/base/grid-focus.ts', from: 'links.find(one => one === chosen) ?? ', to: '', by: 'test/client/grid-focus.test.ts' },
  { name: 'copied-without-clipboard', file: 'client/base/copied.ts', from: ' : bySelection(text)\n', to: ' : true\n', by: 'test/client/copied.test.ts' },
  { name: 'always-copied', file: 'client/base/copied.ts', from: 'done ? said.value.done : said.value.failed', to: 'said.value.done', by: 'test/client/copied.test.ts' },
]
