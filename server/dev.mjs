import process from 'node:process'
import { ensureInstalled, root } from './install.mjs'

// `npm run dev`: runs the server from its sources and the pages with hot replacement, on two ports behind one origin.
process.chdir(root)
ensureInstalled()
const { createServer: createVite } = await import('vite')
const port = Number(process.env.PORT ?? 8506)
const vite = await createVite({
  server: {
    port,
    strictPort: true,
    proxy: { '/api': `http://127.0.0.1:${port + 1}`, '/socket.io': { target: `http://127.0.0.1:${port + 1}`, ws: true } },
  },
})
await vite.listen()
process.env.PORT = String(port + 1)
process.env.PUBLIC_URL = `http://127.0.0.1:${port}`
await vite.ssrLoadModule('../server/main.ts')
