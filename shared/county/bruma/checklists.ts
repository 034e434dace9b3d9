import type { CheckItem, County } from '../../core/county.ts'

type Line = readonly [aspect: string, severity: CheckItem['severity'], zh: string, en: string, faultZh: string, faultEn: string]

/** What an inspector checks, with what a failed item is reported as. */
const lines: Readonly<Record<string, readonly Line[]>> = {
  waterPoint: [
    ['water', 'immediate', '余氯每升 0.5 毫克以上', 'Free chlorine is 0.5 mg/l or more', '余氯不足', 'Too little chlorine'],
    ['water', 'day', '水井加盖，周围排水', 'The well is covered and drained', '水井未加盖', 'Open well'],
    ['sanitation', 'threeDays', '30 米内没有厕所', 'No latrine within 30 m', '厕所过近', 'Latrine too near'],
  ],
  rehydration: [
    ['treatment', 'immediate', '补液盐够用三天', 'Rehydration salts for three days', '补液盐不足', 'Too few salts'],
    ['treatment', 'immediate', '夜间有人值守', 'Somebody is there at night', '夜间无人', 'Nobody at night'],
    ['sanitation', 'day', '污物桶消毒后倾倒', 'Buckets are disinfected before emptying', '污物未消毒', 'Buckets not disinfected'],
  ],
  shelter: [
    ['shelter', 'day', '每 20 人一间厕所', 'A latrine for every 20 people', '厕所不足', 'Too few latrines'],
    ['water', 'immediate', '每人每天 15 升水', '15 litres of water a person and day', '供水不足', 'Too little water'],
    ['supplies', 'day', '洗手处有肥皂', 'Soap at the taps', '缺肥皂', 'No soap'],
  ],
  fishMarket: [
    ['food', 'immediate', '生食贝类已停售', 'No raw shellfish is sold', '仍售生食贝类', 'Raw shellfish on sale'],
    ['food', 'day', '冰用饮用水制', 'Ice is made of drinking water', '冰水不洁', 'Ice of unsafe water'],
  ],
  kitchen: [
    ['food', 'day', '食物热至 70 度以上', 'Food is heated above 70 °C', '加热不足', 'Food not hot enough'],
    ['food', 'immediate', '有腹泻的人不做饭', 'Nobody with diarrhoea cooks', '带病做饭', 'Sick people cook'],
  ],
}

export const checklists: County['checklists'] = Object.fromEntries(Object.entries(lines).map(([name, items]) => [name, {
  version: 1,
  items: items.map(([aspect, severity, zh, en, faultZh, faultEn], i) => ({ id: `${name}-${i + 1}`, aspect, severity, zh, en, fault: { zh: faultZh, en: faultEn } })),
}]))
