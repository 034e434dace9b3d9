import type { CountyTrouble } from '../../shared/api/city.ts'
import { words } from '../core/language.ts'

interface Words {
  none: string
  fresh: (when: string) => string
  stale: (when: string) => string
  troubles: Readonly<Record<CountyTrouble, string>>
  nothing: string
  open: (name: string) => string
  figures: { found: string, foundToday: string, followed: string, overdue: string, closed: string, missing: string }
  zones: string
  noZones: string
  drill: string
  late: string
  noLate: string
  due: (when: string) => string
  covers: string
  coversHint: string
  noCovers: string
  lacks: string
  spares: string
  item: string
}

const zh: Words = {
  none: '这台服务器没有接入县区。请系统管理员在设置 CITY 里写上各县区的地址和令牌（见 docs/operate.md）。',
  fresh: when => `${when}读取`,
  stale: when => `没有回应。下面是${when}的数字，可能已经变了。`,
  troubles: {
    no_answer: '没有回应，还没有读到过数字。本页每分钟再试一次。',
    refused: '该县区不接受本市的令牌，数字已撤下。请与该县区的管理员联系。',
    garbled: '回应读不懂，可能两边版本不同。请把两边升级到同一版本。',
  },
  nothing: '还没有事件。',
  open: name => `打开${name}的系统`,
  figures: { found: '问题总数', foundToday: '今日新发现', followed: '未销号', overdue: '超期', closed: '已销号', missing: '值守缺人' },
  zones: '管控区域',
  noZones: '没有',
  drill: '演练',
  late: '各县区超期问题',
  noLate: '没有超期问题。',
  due: when => `期限 ${when}`,
  covers: '可以互相支援的物资',
  coversHint: '两地物资目录里编号和单位都相同才会列出。余量已扣除该县区自用和自己的缺口。',
  noCovers: '没有一地缺、另一地有余的物资。',
  lacks: '缺',
  spares: '有余',
  item: '物资',
}

const en: Words = {
  none: 'This server has no counties to look at. The operator names their addresses and tokens in the setting CITY (see docs/operate.md).',
  fresh: when => `Read ${when}`,
  stale: when => `It does not answer. These figures are from ${when} and may have changed.`,
  troubles: {
    no_answer: 'It does not answer, and no figures have come from it yet. This page tries again each minute.',
    refused: 'The county does not accept this city’s token, so its figures are gone. Please ask the county’s administrator.',
    garbled: 'Its answer cannot be read; the two servers may have different versions. Bring both to the same one.',
  },
  nothing: 'There is no incident yet.',
  open: name => `Open the board of ${name}`,
  figures: { found: 'Issues', foundToday: 'Found today', followed: 'Open', overdue: 'Late', closed: 'Closed', missing: 'People missing on shifts' },
  zones: 'Zones',
  noZones: 'none',
  drill: 'Drill',
  late: 'Late issues of all counties',
  noLate: 'No issue is late.',
  due: when => `due ${when}`,
  covers: 'Shortages that another county could cover',
  coversHint: 'Listed where both catalogues have the item under one id and in one measure. What is spare is beyond the county’s own use and its own shortages.',
  noCovers: 'No county has to spare what another lacks.',
  lacks: 'lacks',
  spares: 'can spare',
  item: 'Supply',
}

export const cityWords = words({ zh, en })
