import type { CareAct } from '../../shared/care/acts.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { reasonName } from '../../client/care/log.ts'
import { lang } from '../../client/core/language.ts'
import { county as current } from '../../client/core/session.ts'
import { folder } from '../../shared/county/lianjiang/index.ts'

beforeAll(() => {
  lang.value = 'zh'
  current.value = folder.county
})
afterAll(() => void (lang.value = 'en'))

it('[CA15] the log of readings says what it was about in words: a need is no reason, and no key of the county is shown', () => {
  const said = (act: CareAct, reason: string) => reasonName({ act, reason })
  expect([said('change', 'medicine'), said('change', 'call'), said('open', 'call'), said('change', 'end')]).toEqual(['用药', '每日联系', '电话联系', '结束一项需求'])
  expect([said('done', 'unreached'), said('done', 'take'), said('open', 'help'), said('grant', 'names'), said('revoke', 'export')]).toEqual(['没联系上', '接单', '群众求助', '看姓名', '导出名单'])
  expect([said('plan', 'zone'), said('destroy', 'incident'), said('hold', 'incident-7'), said('list', '')]).toEqual(['网格所在区域已全部解除', '指挥部结束名册工作', '', ''])
})
