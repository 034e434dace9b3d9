import type { Correction } from '../../shared/records.ts'
import { shortUnit, townshipName } from '../core/county-names.ts'
import { said } from '../core/language.ts'
import { named } from '../core/record-words.ts'
import { county } from '../core/session.ts'

const says: Readonly<Record<Correction['field'], (value: string) => string>> = {
  title: value => value,
  aspect: value => said(county.value?.aspects.find(one => one.id === value)),
  severity: value => named.value.severities[value as 'day'],
  township: townshipName,
  unit: value => shortUnit(value),
}

/** The value of a corrected field, in words. */
export const sayField = (field: Correction['field'], value: string): string => says[field](value)
