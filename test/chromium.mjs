import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import process from 'node:process'

const shell = '/usr/bin/chromium-headless-shell'
const known = [
  process.env.CHROMIUM,
  // The same browser without windows: a page costs a quarter to a third less processor time.
  shell,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

const find = () => known.find(path => path && fs.existsSync(path))
const hasChinese = () => spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' }).stdout?.trim()

/** The path of a Chromium, or null without one. As root on Debian the cheapest one is installed when it is missing. */
export function chromium() {
  const debian = fs.existsSync('/usr/bin/apt-get') && process.getuid?.() === 0
  if (debian && !([process.env.CHROMIUM, shell].includes(find()) && hasChinese())) {
    console.error('Installing Chromium and Chinese fonts …')
    const apt = (...args) => spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }).status === 0
    const install = (...packages) => apt('install', '-y', '-qq', '--no-install-recommends', ...packages, 'fonts-noto-cjk')
    apt('update', '-qq')
    // Older releases have no shell of its own.
    if (!install('chromium-headless-shell') && !find()) install('chromium')
  }
  return find() ?? null
}
