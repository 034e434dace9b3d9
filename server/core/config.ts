import path from 'node:path'
import * as v from 'valibot'
import { Title } from '../../shared/records.ts'

const whole = (least: number, most: number) =>
  v.pipe(v.string(), v.trim(), v.digits(), v.transform(Number), v.minValue(least), v.maxValue(most))
/** Hours, also parts of one. */
const hours = (least: number, most: number) =>
  v.pipe(v.string(), v.trim(), v.regex(/^\d+(?:\.\d+)?$/), v.transform(Number), v.minValue(least), v.maxValue(most))
const yesOrNo = v.pipe(v.picklist(['yes', 'no']), v.transform(word => word === 'yes'))
/** An address that is reached by https, or on this machine. */
const overHttps = v.pipe(v.string(), v.url(), v.regex(/^(?:https:|http:\/\/(?:127\.0\.0\.1|localhost)[:/])/, 'it must be reached by https'))

/** Every setting, from environment variables, with its default. The README lists them. */
const Environment = v.object({
  PORT: v.optional(whole(0, 65535), '8506'),
  HOST: v.optional(v.pipe(v.string(), v.minLength(1)), '127.0.0.1'),
  DATA_DIR: v.optional(v.pipe(v.string(), v.minLength(1)), './data'),
  /** The PostgreSQL that keeps the logs of the boards: postgres://user:password@host:port/database. Without it they are in the data folder. */
  STORE: v.optional(v.pipe(v.string(), v.url(), v.regex(/^postgres(?:ql)?:\/\/[^/]+\/[^/]+$/), v.regex(/^[^/]+\/\/(?:[^/]*@)?[^,@/]+\/[^/]+$/, 'it names one host: an address that leads to the primary'), v.regex(/^(?!.*password=)/i, 'the password belongs before the host: postgres://user:password@host/database'))),
  /** How the other servers on the same STORE reach this one, as http://10.0.0.1:8506. With it several servers share the boards. */
  NODE_URL: v.optional(v.pipe(v.string(), v.url(), v.regex(/^http:\/\/[^/]+\/?$/))),
  COUNTY: v.optional(v.pipe(v.string(), v.regex(/^[a-z][\w-]*$/)), 'lianjiang'),
  /** What an empty data folder gets: the drill, or an empty incident and its first administrator. */
  START_WITH: v.optional(v.picklist(['drill', 'empty']), 'drill'),
  DRILL_SEED: v.optional(whole(0, 2 ** 31 - 1), '506'),
  INCIDENT_CODE: v.optional(Title, '001'),
  INCIDENT_NAME: v.optional(Title, '新事件'),
  /** Prints a new sign-in link for the first administrator, in case theirs is lost. */
  ADMIN_LINK: v.optional(yesOrNo, 'no'),
  /** The board's address for browsers, if it is not http://HOST:PORT. With https, cookies are Secure and bound to that host. */
  PUBLIC_URL: v.optional(v.pipe(v.string(), v.url())),
  /** How many of our own proxies are in front of it. Each must add the address that called it to X-Forwarded-For. */
  TRUST_PROXY: v.optional(whole(0, 9), '0'),
  SESSION_HOURS: v.optional(whole(1, 24 * 90), '72'),
  /** How long one of headquarters, of the level above or of an auditor lasts, if it shall be shorter. */
  HEADQUARTERS_HOURS: v.optional(hours(0.5, 24 * 90)),
  /** After so many hours without a page open, a session of theirs is over. */
  IDLE_HOURS: v.optional(hours(0.25, 24 * 90), '12'),
  LINK_HOURS: v.optional(whole(1, 24 * 30), '24'),
  LOG_LEVEL: v.optional(v.picklist(['debug', 'info', 'warn', 'error', 'silent']), 'info'),
  /** JSON list of { name, url, datum, subdomains?, attribution?, maxZoom?, keep?, tileBytes? }. `keep` names the licence or contract that allows devices to keep tiles; `tileBytes` is their mean size. */
  TILE_LAYERS: v.optional(v.pipe(v.string(), v.parseJson(), v.array(v.strictObject({
    name: v.pipe(v.string(), v.minLength(1), v.maxLength(40)),
    url: v.pipe(v.string(), v.url()),
    datum: v.picklist(['WGS-84', 'GCJ-02']),
    subdomains: v.optional(v.string(), ''),
    attribution: v.optional(v.string(), ''),
    maxZoom: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(22)), 18),
    keep: v.optional(v.pipe(v.string(), v.trim(), v.minLength(2), v.maxLength(200))),
    tileBytes: v.optional(v.pipe(v.number(), v.integer(), v.minValue(100), v.maxValue(1_000_000))),
  }))), '[]'),
  /** JSON list of { name, kind, url, secret?, rules?, everyMinutes? }: where notices are sent. No other host is ever called. */
  WEBHOOKS: v.optional(v.pipe(v.string(), v.parseJson(), v.array(v.strictObject({
    name: v.pipe(v.string(), v.minLength(1), v.maxLength(40)),
    kind: v.picklist(['json', 'wecom', 'dingtalk']),
    url: v.pipe(v.string(), v.url(), v.regex(/^https?:/)),
    secret: v.optional(v.string(), ''),
    rules: v.optional(v.array(v.picklist(['told', 'assigned', 'returned', 'answered', 'recheckLate', 'letter', 'late', 'lateLeader'])), []),
    everyMinutes: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1440)), 5),
  }))), '[]'),
  /** The mail server: smtps://user:password@host:port, or smtp:// with STARTTLS. */
  MAIL_URL: v.optional(v.pipe(v.string(), v.url(), v.regex(/^smtps?:\/\/[^/]+\/?$/))),
  /** From which address mail is sent. */
  MAIL_FROM: v.optional(v.pipe(v.string(), v.email())),
  /** JSON list of { name, to }: to whom tables can be sent by mail. */
  MAIL_TO: v.optional(v.pipe(v.string(), v.parseJson(), v.array(v.strictObject({
    name: v.pipe(v.string(), v.minLength(1), v.maxLength(40)),
    to: v.pipe(v.string(), v.email()),
  }))), '[]'),
  /** Sends mail without TLS, as to a relay in the same house. */
  MAIL_PLAIN: v.optional(yesOrNo, 'no'),
  /** JSON of { url, headers?, body }: how text messages are sent. The body has {phone} and {text}, which are written as JSON, or as a form if its content type says so. */
  SMS: v.optional(v.pipe(v.string(), v.parseJson(), v.strictObject({
    url: v.pipe(v.string(), v.url(), v.regex(/^https?:/)),
    headers: v.optional(v.record(v.string(), v.string()), {}),
    body: v.pipe(v.string(), v.includes('{phone}'), v.includes('{text}')),
  }))),
  /** The county's single sign-on (OpenID Connect): JSON of { issuer, client, secret, name, claim?, scope?, factor?, seconds? }. `claim` is what administrators know people by, `factor` the values of amr and acr that count as a second factor. */
  OIDC: v.optional(v.pipe(v.string(), v.parseJson(), v.strictObject({
    issuer: overHttps,
    client: v.pipe(v.string(), v.minLength(1)),
    secret: v.pipe(v.string(), v.minLength(8)),
    name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(30)),
    claim: v.optional(v.pipe(v.string(), v.regex(/^\w{2,60}$/)), 'sub'),
    scope: v.optional(v.pipe(v.string(), v.regex(/\bopenid\b/)), 'openid'),
    factor: v.optional(v.array(v.pipe(v.string(), v.minLength(1))), []),
    seconds: v.optional(v.pipe(v.number(), v.minValue(0.1), v.maxValue(30)), 6),
  }))),
  /** Signing in by WeCom: JSON of { corp, agent, secret, name?, seconds? }; `api`, `open` and `login` are the addresses of a company's own WeCom server. */
  WECOM: v.optional(v.pipe(v.string(), v.parseJson(), v.strictObject({
    corp: v.pipe(v.string(), v.minLength(1)),
    agent: v.pipe(v.string(), v.minLength(1)),
    secret: v.pipe(v.string(), v.minLength(8)),
    name: v.optional(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(30)), '企业微信'),
    seconds: v.optional(v.pipe(v.number(), v.minValue(0.1), v.maxValue(30)), 6),
    api: v.optional(overHttps, 'https://qyapi.weixin.qq.com'),
    open: v.optional(overHttps, 'https://open.weixin.qq.com'),
    login: v.optional(overHttps, 'https://login.work.weixin.qq.com'),
  }))),
  /** JSON list of { name, url, token }: the counties whose overview this server shows to overseers. Each token is one that its county made for the level above. */
  CITY: v.optional(v.pipe(v.string(), v.parseJson(), v.array(v.strictObject({
    name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(40)),
    url: overHttps,
    token: v.pipe(v.string(), v.regex(/^[\w-]{20,100}$/)),
  })), v.maxLength(30)), '[]'),
  /** Allows webhooks on private addresses. */
  WEBHOOK_PRIVATE: v.optional(yesOrNo, 'no'),
  OPEN_TO_NETWORK: v.optional(yesOrNo, 'no'),
  /** Serves /metrics: to this machine, or with METRICS_TOKEN to who has it. */
  METRICS: v.optional(yesOrNo, 'no'),
  METRICS_TOKEN: v.optional(v.pipe(v.string(), v.regex(/^\S+$/), v.minLength(20), v.maxLength(200))),
  /** Where backups are; beside the data folder if it is not said. */
  BACKUP_DIR: v.optional(v.pipe(v.string(), v.minLength(1))),
  /** The file of their key; beside the data folder if it is not said. */
  BACKUP_KEY: v.optional(v.pipe(v.string(), v.minLength(1))),
  /** Minutes from one backup to the next; 0 makes none by itself. */
  BACKUP_MINUTES: v.optional(whole(0, 1440), '60'),
  /** Lets an upgrade change the tables although the backup before it cannot be made. */
  UPGRADE_WITHOUT_BACKUP: v.optional(yesOrNo, 'no'),
  /** JSON of { hours, days, weeks }: how many stay, the newest of each. */
  BACKUP_KEEP: v.optional(v.pipe(v.string(), v.parseJson(), v.strictObject({
    hours: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(200)),
    days: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(366)),
    weeks: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(260)),
  })), '{"hours":24,"days":14,"weeks":8}'),
})

export type Config = Readonly<v.InferOutput<typeof Environment>>
export type TileLayer = Config['TILE_LAYERS'][number]

/** Where backups are and the file of their key: beside the data folder, unless settings say otherwise. */
export const backupPlaces = ({ DATA_DIR, BACKUP_DIR, BACKUP_KEY }: Pick<Config, 'DATA_DIR' | 'BACKUP_DIR' | 'BACKUP_KEY'>) => ({
  folder: BACKUP_DIR ?? `${path.resolve(DATA_DIR)}-backups`,
  keyFile: BACKUP_KEY ?? `${path.resolve(DATA_DIR)}-backup.key`,
})

/** Reads the settings once. Throws a sentence that names the wrong setting, for the person who starts the board. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const parsed = v.safeParse(Environment, environment)
  if (!parsed.success) {
    const [issue] = parsed.issues
    throw new Error(`Setting ${v.getDotPath(issue)} has a value that cannot be used: ${issue.message}`)
  }
  const config = parsed.output
  const loopback = ['127.0.0.1', '::1', 'localhost'].includes(config.HOST)
  if (!loopback && !config.OPEN_TO_NETWORK) {
    throw new Error(`Setting HOST=${config.HOST} would open the board to the network. If you want that, add OPEN_TO_NETWORK=yes.`)
  }
  if (config.METRICS && !config.METRICS_TOKEN && (config.PUBLIC_URL || !loopback)) {
    throw new Error('Setting METRICS=yes on a public address needs METRICS_TOKEN, at least 20 characters. Make one with: openssl rand -hex 20')
  }
  if (config.MAIL_TO.length && !(config.MAIL_URL && config.MAIL_FROM)) {
    throw new Error('Setting MAIL_TO has receivers, but no mail can be sent. Add MAIL_URL and MAIL_FROM.')
  }
  if (config.NODE_URL && !config.STORE) throw new Error('Setting NODE_URL lets several servers share the boards in PostgreSQL. Add STORE.')
  if ((config.OIDC || config.WECOM) && !config.PUBLIC_URL) throw new Error(`Setting ${config.OIDC ? 'OIDC' : 'WECOM'} sends people to the provider and back. Add PUBLIC_URL, the address to which they come back.`)
  const { folder, keyFile } = backupPlaces(config)
  for (const [name, place, within] of [['BACKUP_DIR', folder, config.DATA_DIR], ['BACKUP_KEY', keyFile, config.DATA_DIR], ['BACKUP_KEY', keyFile, folder]] as const) {
    if (`${path.resolve(place)}${path.sep}`.startsWith(path.resolve(within) + path.sep)) throw new Error(`Setting ${name}=${place} is inside ${within}. If one is lost, or found by somebody, the other is too. Choose a place outside of it.`)
  }
  const names = [...config.WEBHOOKS, ...config.MAIL_TO].map(({ name }) => name)
  if (new Set(names).size < names.length) throw new Error('Two receivers in WEBHOOKS and MAIL_TO have the same name.')
  return config
}
