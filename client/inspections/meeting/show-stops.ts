import type { Team } from '../../../shared/records.ts'

interface Spot { readonly lng: number, readonly lat: number }

/** A stop that a team has not finished. `turn` counts from 1 over its whole route; `free`: it may go to another team. */
export interface ShownStop extends Spot { readonly id: string, readonly title: string, readonly turn: number, readonly free: boolean }

/** A team's route on the projector: what is still to do, large, and what is done, small. */
export interface ShownRoute { readonly team: Team, readonly done: readonly Spot[], readonly stops: readonly ShownStop[] }
