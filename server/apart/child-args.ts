/**
 * Run first in each process apart: a thread that ends the process once the server is gone. A job that never ends would not
 * hear of it on its own thread, and would use a processor for ever.
 */
const endWithServer = `
import process from 'node:process'
import { Worker } from 'node:worker_threads'
new Worker(\`
  const { workerData: server } = require('node:worker_threads')
  setInterval(() => process.ppid === server || process.kill(process.pid, 'SIGKILL'), 500)
\`, { eval: true, workerData: process.ppid, resourceLimits: { maxOldGenerationSizeMb: 16 } }).unref()`

/** How Node is started for a process apart that may hold so many megabytes of JavaScript's own. */
export const childArgs = (heap: number): string[] =>
  [`--max-old-space-size=${heap}`, `--import=data:text/javascript,${encodeURIComponent(endWithServer)}`]
