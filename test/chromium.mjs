import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import process from 'node:process'

const known = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

const find = () => known.find(path => path && fs.existsSync(path))
const hasChinese = () => spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' }).stdout?.trim()

/** The path of a Chromium, or null without one. As root on Debian a missing one is installed. */
export function chromium() {
  const debian = fs.existsSync('/usr/bin/apt-get') && process.getuid?.() === 0
  if (debian && !(find() && hasChinese())) {
    console.error('Installing Chromium and Chinese fonts …')
    const apt = (...args) => spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
    apt('update', '-qq')
    apt('install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-cjk')
  }
  return find() ?? null
}
