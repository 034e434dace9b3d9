import { said } from './language.ts'
import { county } from './session.ts'

/** The name of a township; its code if the county does not have it. */
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
