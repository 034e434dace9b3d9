import type { Actor } from '../../shared/core/actor.ts'
import type { Step } from '../../shared/issues/steps.ts'
import type { Issue } from '../../shared/records.ts'
import { steps } from '../../shared/issues/steps.ts'

/** The steps that this role may take from here: the main one first, deferring last. */
export function stepsFrom(issue: Issue, actor: Actor | null): readonly Step[] {
  if (!actor) return []
  const mine = steps.filter(step => step.from.includes(issue.state) && step.roles.includes(actor.role))
  const weight = (step: Step) => step.to === 'deferred' ? 2 : issue.state === 'awaiting' && step.to === 'rectifying' ? 1 : 0
  return [...mine].sort((a, b) => weight(a) - weight(b))
}
