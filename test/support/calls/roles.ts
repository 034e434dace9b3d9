import type { Role } from '../../../shared/core/actor.ts'

export const headquarters: readonly Role[] = ['coordinator', 'admin']
export const inspectors: readonly Role[] = ['coordinator', 'inspector', 'admin']
export const planners: readonly Role[] = ['coordinator', 'officer', 'admin']
export const helpers: readonly Role[] = ['coordinator', 'inspector', 'officer', 'volunteer', 'admin']
export const keepers: readonly Role[] = ['coordinator', 'inspector', 'officer', 'admin']
export const workers: readonly Role[] = ['coordinator', 'inspector', 'officer', 'unit', 'admin']
export const suppliers: readonly Role[] = ['coordinator', 'officer', 'unit', 'admin']
export const onIssues: readonly Role[] = [...workers, 'overseer']
