import { words } from '../../core/language.ts'

const zh = {
  distance: (m: number) => m < 1000 ? `${Math.round(m)} 米` : `${(m / 1000).toFixed(1)} 公里`,
  outside: (name: string, _nameEn: string, distance: string) => `位置在${name}界外 ${distance}，请核对。`,
}
const en: typeof zh = {
  distance: m => m < 1000 ? `${Math.round(m)} m` : `${(m / 1000).toFixed(1)} km`,
  outside: (_name, nameEn, distance) => `This position is ${distance} outside ${nameEn}. Please check it.`,
}

export const outsideWords = words({ zh, en })
