import { vi } from 'vitest'

// Runs before each file. Its own modules and an empty page, as a page that was just opened: a new window for each file costs three times the processor time.
vi.resetModules()
vi.unstubAllGlobals()
vi.restoreAllMocks()
vi.useRealTimers()
document.body.replaceChildren()
localStorage.clear()
sessionStorage.clear()
history.replaceState(null, '', '/')
