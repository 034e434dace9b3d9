/** Bugs in what the map draws, and in what a press on it opens. */
export const map = [
  { name: 'map-window-halved', file: 'client/map/ground.ts', from: 'if (inView(stage, spot) && ', to: 'if (', by: 'test/client/map-window.test.ts' },
  { name: 'map-window-of-pills', file: 'client/map/stage.ts', from: 'y * scale < view.top + view.height', to: 'true', by: 'test/client/map-window.test.ts' },
  { name: 'map-window-of-issues', file: 'client/map/marks.ts', from: 'right: left + width + reach', to: 'right: left + reach', by: 'test/client/map-window.test.ts' },
  { name: 'map-pills-on-each-other', file: 'client/map/collision.ts', from: '        take(place)\n', to: '', by: 'test/map/collision.test.ts' },
  { name: 'map-painted-for-a-comment', file: 'client/map/scene.ts', from: 'if (before && point && samePoint(before, point)) {', to: 'if (before && point && !point) {', by: 'test/client/looks-different.test.ts' },
  { name: 'map-not-painted-for-a-state', file: 'client/map/scene.ts', from: ' && a.state === b.state', to: '', by: 'test/client/looks-different.test.ts' },
  { name: 'map-keeps-what-was-closed', file: 'client/map/scene.ts', from: 'return Boolean(before)', to: 'return false', by: 'test/client/looks-different.test.ts' },
  { name: 'map-labels-touch', file: 'client/map/collision.ts', from: '(one.h + box.h) / 2 + apart)', to: '(one.h + box.h) / 4)', by: 'test/map/collision.test.ts' },
  { name: 'map-labels-miss-a-neighbour-cell', file: 'client/map/collision.ts', from: 'for (const id of cellsOf(box, apart)) {', to: 'for (const id of cellsOf({ ...box, w: 0, h: 0 }, 0)) {', by: 'test/map/collision.test.ts' },
  { name: 'map-labels-on-clusters', file: 'client/map/marks.ts', from: '  space.take({ x: x + 2, y: y - 2, w: r * 2 + 4, h: r * 2 + 4 })\n', to: '', by: 'test/client/map-labels.test.ts' },
  { name: 'map-labels-stay-put', file: 'client/map/collision.ts', from: 'gap + step * 20, h / 2', to: 'gap, h / 2', by: 'test/map/collision.test.ts' },
  { name: 'map-alarm-on-the-digits', file: 'client/map/marks.ts', from: 'host ? host.r + 2 : 15', to: 'host ? 4 : 15', by: 'test/client/map-labels.test.ts' },
  { name: 'map-alarm-beside-its-cluster', file: 'client/map/marks.ts', from: 'host?.more.push(', to: 'void (', by: 'test/client/map-labels.test.ts' },
  { name: 'map-one-of-several-places', file: 'client/map/ground.ts', from: 'if (host) return void host.keys.push(', to: 'if (host) return void (', by: 'test/client/map-labels.test.ts' },
  { name: 'map-one-of-several-shortages', file: 'client/map/scene.ts', from: 'if (known) known.keys.push(', to: 'if (known) void (', by: 'test/client/map-labels.test.ts' },
  { name: 'map-one-of-several-shifts', file: 'client/map/scene.ts', from: '[...known?.keys ?? [], ', to: '[', by: 'test/client/map-labels.test.ts' },
]
