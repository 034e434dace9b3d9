import type { SelfReport } from '../../shared/records.ts'
import { recoveryWords as words } from './words.ts'

/** The counts of a report in one line. */
export const countsOf = ({ present, symptoms, measured, disinfected }: SelfReport): string => words.value.counts(present, symptoms, measured, disinfected)
