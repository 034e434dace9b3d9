import type { Config } from '../core/config.ts'
import type { Finding } from './finding.ts'
import { fine, note, wrong } from './finding.ts'

/** Whether the settings about the proxy and the public address fit together. */
export function address({ HOST, PUBLIC_URL, TRUST_PROXY }: Pick<Config, 'HOST' | 'PUBLIC_URL' | 'TRUST_PROXY'>): Finding[] {
  const inside = ['127.0.0.1', '::1', 'localhost']
  const url = PUBLIC_URL === undefined ? null : new URL(PUBLIC_URL)
  const found: Finding[] = []
  if (url && url.protocol !== 'https:' && !inside.includes(url.hostname.replace(/^\[|\]$/g, ''))) found.push(wrong(`PUBLIC_URL=${PUBLIC_URL} 不是 https：登录链接和姓名会明文传输。请在前面加带证书的代理（docs/examples），并改为 https。`, `PUBLIC_URL=${PUBLIC_URL} is not https: sign-in links and names cross the network unprotected. Put a proxy with a certificate in front (docs/examples) and set it to https.`))
  if (url && (url.pathname !== '/' || url.search || url.hash)) found.push(wrong(`PUBLIC_URL=${PUBLIC_URL} 带有路径：服务只能放在一个域名的根下。请只写协议和域名。`, `PUBLIC_URL=${PUBLIC_URL} has a path, and the board works only at the root of a name. Give the protocol and the name alone.`))
  if (url?.protocol === 'https:' && TRUST_PROXY === 0) found.push(wrong('PUBLIC_URL 是 https，但 TRUST_PROXY=0：所有访问者会被当作同一台设备限速。请设 TRUST_PROXY=1（前面有几层自己的代理就写几）。', 'PUBLIC_URL is https and TRUST_PROXY is 0: all visitors count as one client and share its limits. Set TRUST_PROXY=1, or as many proxies as you have in front.'))
  if (!url && TRUST_PROXY > 0) found.push(wrong('设了 TRUST_PROXY，但没有 PUBLIC_URL：经代理打开的页面会被拒绝。请设 PUBLIC_URL=https://域名。', 'TRUST_PROXY is set and PUBLIC_URL is not: pages opened through the proxy are refused. Set PUBLIC_URL=https://NAME.'))
  if (!inside.includes(HOST) && TRUST_PROXY > 0) found.push(note(`HOST=${HOST} 使服务不经代理也能访问，访问者可以伪造来源地址。代理在本机的，请用 HOST=127.0.0.1；否则请用防火墙只放行代理。`, `HOST=${HOST} lets people reach the board beside the proxy and forge their address. With the proxy on this machine use HOST=127.0.0.1; otherwise let a firewall admit the proxy only.`))
  if (!url && !inside.includes(HOST)) found.push(wrong(`HOST=${HOST} 对网络开放，但没有 https：登录链接和姓名会明文传输。请在前面加带证书的代理，并设 PUBLIC_URL。`, `HOST=${HOST} is open to the network without https: sign-in links and names cross it unprotected. Put a proxy with a certificate in front and set PUBLIC_URL.`))
  return found.length ? found : [fine('代理和地址的设置相符。', 'The settings of proxy and address fit together.')]
}
