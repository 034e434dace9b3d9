/** The first that a browser's own text contains counts: several call themselves Chrome or Safari too. */
const browsers = [['MicroMessenger', '微信'], ['DingTalk', '钉钉'], ['HuaweiBrowser', 'Huawei'], ['MiuiBrowser', 'Mi'], ['SamsungBrowser', 'Samsung'], ['MQQBrowser', 'QQ'], ['QQBrowser', 'QQ'], ['UCBrowser', 'UC'], ['Edg', 'Edge'], ['Firefox', 'Firefox'], ['FxiOS', 'Firefox'], ['Chrome', 'Chrome'], ['CriOS', 'Chrome'], ['Safari', 'Safari']] as const
const systems = [['OpenHarmony', 'HarmonyOS'], ['HarmonyOS', 'HarmonyOS'], ['Android', 'Android'], ['iPhone', 'iPhone'], ['iPad', 'iPad'], ['Windows', 'Windows'], ['Macintosh', 'Mac'], ['Linux', 'Linux']] as const

/** What to call a device by its `User-Agent` header: browser and system, in names of a fixed list. Empty if neither is known. */
export function deviceName(agent = ''): string {
  const named = (list: readonly (readonly [string, string])[]) => list.find(([mark]) => agent.includes(mark))?.[1]
  return [named(browsers), named(systems)].filter(Boolean).join(' · ')
}
