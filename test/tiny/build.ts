import { spawn } from 'node:child_process'
import process from 'node:process'

const ended = (program: string) => new Promise<void>((done, failed) => spawn(process.execPath, [program, 'build'], { stdio: ['ignore', 'ignore', 'inherit'] }).on('exit', status => status === 0 ? done() : failed(new Error(`${program} build ended with ${status}`))))

/** Once a run: builds the faults and the bench, whose rows are processes of their own. */
export default async function build(): Promise<void> {
  await Promise.all(['test/fault/run.mjs', 'test/bench/run.mjs'].map(ended))
}
