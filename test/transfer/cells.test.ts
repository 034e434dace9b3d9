import { describe, expect, it } from 'vitest'
import { county } from '../../shared/county/lianjiang/county.ts'
import { cleanCell } from '../../shared/transfer/cell.ts'
import { latFirst, spotIn, spotOf } from '../../shared/transfer/coordinates.ts'
import { plainWord, townshipFinder } from '../../shared/transfer/county-words.ts'
import { decimalOf, numberIn } from '../../shared/transfer/numbers.ts'
import { dialled, phoneIn } from '../../shared/transfer/phones.ts'

describe('[F10] [IM3] cells as people fill them', () => {
  it('lose what nobody sees, and keep what is written', () => {
    expect(['\u202A石城\u200B\u202C', ' 甲\u00A0\u3000乙 ', '\'0138', '‘一中’', '\uFEFF', '他说\'好\''].map(cleanCell)).toEqual(['石城', '甲  乙', '0138', '‘一中’', '', '他说\'好\''])
  })

  it.each([
    ['30', 30],
    ['３０', 30],
    ['1,200', 1200],
    ['１，２００', 1200],
    ['1\'200', 1200],
    ['30个', 30],
    ['30人', 30],
    ['1.2万只', 12_000],
    ['－3', -3],
    ['12.0', 12],
    ['5 kg', 5],
    ['1.2E+06', 'lost'],
    ['约30', null],
    ['3百', null],
    ['30-40', null],
    ['1,20', null],
    ['', null],
  ] as const)('the number in %j is %j', (text, value) => {
    expect(numberIn(text)).toBe(value)
  })

  it('have decimal commas where the whole column says so', () => {
    expect(decimalOf(['1,5', '2', '1.200,75'])).toBe(',')
    expect(decimalOf(['1,200', '3'])).toBe('.')
    expect(decimalOf(['1,5', '2.5'])).toBe('.')
    expect([numberIn('1,5', ','), numberIn('1.200,5', ',')]).toEqual([1.5, 1200.5])
  })

  it.each(['13807590016', '138 0759 0016', '+86 13807590016', '0086-138-0759-0016', '8613807590016', '13807590016.0', '１３８０７５９００１６', '\u202A13807590016\u202C'])('the phone in %j is one person\'s', (text) => {
    expect(phoneIn(cleanCell(text))).toBe('13807590016')
    expect(dialled(text)).toBe('13807590016')
  })

  it.each([['0759-6612345', '07596612345'], ['(0759) 6612345', '07596612345'], ['+86 759 6612345', '07596612345'], ['6612345', '6612345'], ['+852 9123 4567', '+85291234567'], ['1.38076E+10', 'lost'], ['13800000001/13900000002', null], ['无', null]])('the phone in %j is %j', (text, value) => {
    expect(phoneIn(text)).toBe(value)
  })
})

describe('[F10] [IM5] positions as people write them', () => {
  it.each(['109.9,21.5', '109.9，21.5', '１０９．９，２１．５', '109.9 21.5', '(109.9; 21.5)', 'E109.9° N21.5°', '109.9°E, 21.5°N', 'N21.5 E109.9', '东经109.9度，北纬21.5度', '经度：109.9 纬度：21.5', '109°54′00″ 21°30′00″', 'E109º54\'0" N21º30\'', '109度54分0秒、21度30分0秒', '109,9; 21,5', 'lng=109.9 lat=21.5'])('one cell: %j', (text) => {
    const spot = spotIn(text)
    expect([spot?.lng.toFixed(6), spot?.lat.toFixed(6)]).toEqual(['109.900000', '21.500000'])
  })

  it.each([['109.9', '21.5'], ['109,9', '21,5'], ['E109.9°', 'N21.5°'], ['109°54′', '21°30′0″'], ['109 54 0', '21 30 0'], ['109:54:00', '21:30:00'], ['N21.5', 'E109.9']])('two cells: %j %j', (lng, lat) => {
    const spot = spotOf(lng, lat)
    expect([spot?.lng.toFixed(6), spot?.lat.toFixed(6)]).toEqual(['109.900000', '21.500000'])
  })

  it.each(['109.9', '109.9, 21.5, 3', 'abc', '109.9 or 21.5', '109°75′ 21°30′', 'E109.9 E21.5', ''])('%j is none', (text) => {
    expect(spotIn(text)).toBeNull()
  })

  it('are read in the order that the head names', () => {
    expect([latFirst('坐标（纬度,经度）'), latFirst('经纬度'), latFirst('lat,lng')]).toEqual([true, false, true])
    expect(spotIn('21.5,109.9', true)).toEqual({ lng: 109.9, lat: 21.5 })
  })
})

describe('[F10] [IM4] words of a list', () => {
  it('find a township with or without the county, 镇, 街道, 街道办事处, in either script', () => {
    const find = townshipFinder(county)
    expect(['石城镇', '石城', '廉江市石城镇', '石城鎮', '石城镇人民政府', ' 石 城 镇 ', '广东省湛江市廉江市石城镇'].map(find)).toEqual(Array.from({ length: 7 }, () => '440881101'))
    expect(['罗州街道', '罗州', '罗州街道办事处', '羅州街道辦事處', '罗州街道办', 'Luozhou'].map(find)).toEqual(Array.from({ length: 6 }, () => '440881001'))
    expect(['别的镇', '', '廉江市'].map(find)).toEqual([undefined, undefined, undefined])
  })

  it('do not choose between two townships of one bare name', () => {
    const at = { short: '石城', nameEn: '', seat: [0, 0], label: [0, 0] } as const
    const find = townshipFinder({ name: '某', townships: [{ code: 'a', name: '石城镇', ...at }, { code: 'b', name: '石城街道', ...at, nameEn: 'x' }] })
    expect([find('石城'), find('石城镇'), find('石城街道')]).toEqual([undefined, 'a', 'b'])
  })

  it('are compared in simplified characters, half-width, without spaces', () => {
    expect(plainWord('養老院 （Ａ）')).toBe('养老院(a)')
  })
})
