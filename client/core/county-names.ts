import { said } from './language.ts'
import { county } from './session.ts'

/** A township of this county as people say it; its code when the county has none such. */
export const townshipName = (code: string) => {
  const one = county.value?.townships.find(township => township.code === code)
  return one ? said({ zh: one.name, en: one.nameEn }) : code
}
const unitName = (id: string | null) => county.value?.units.find(unit => unit.id === id)
export const shortUnit = (id: string | null) => {
  const unit = unitName(id)
  return unit ? said({ zh: unit.short, en: unit.en }) : ''
}
export const kindName = (id: string) => said(county.value?.placeKinds.find(kind => kind.id === id))
export const kindIcon = (id: string) => county.value?.placeKinds.find(kind => kind.id === id)?.icon ?? 'pin'
