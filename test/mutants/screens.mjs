/** Bugs to plant in what screens decide. */
export const screens = [
  { name: 'photo-asked-once', file: 'client/base/PhotoImage.vue', from: 'timer = setTimeout(() => tries.value++, ', to: 'void Math.max(0, ', by: 'test/client/photo-image.test.ts' },
  { name: 'photo-asked-for-ever', file: 'client/base/PhotoImage.vue', from: 'onUnmounted(() => clearTimeout(timer))', to: 'void onUnmounted', by: 'test/client/photo-image.test.ts' },
  { name: 'minute-every-second', file: 'client/core/clock.ts', from: 'Math.floor(now.value / 60_000) * 60_000', to: 'now.value', by: 'test/client/clock.test.ts' },
  { name: 'hidden-page-runs-on', file: 'client/core/watch-page.ts', from: '    clearInterval(looking)\n', to: '', by: 'test/client/clock.test.ts' },
]
