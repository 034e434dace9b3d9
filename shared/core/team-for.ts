import type { Team } from '../records.ts'
import type { Reader } from './board.ts'

/** The team that is responsible for a township. */
export const teamFor = (board: Reader, township: string): Team | undefined => [...board.all('team')].find(team => team.townships.includes(township))
