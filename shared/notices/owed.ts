import type { Reader } from '../core/board.ts'
import type { Facts } from '../core/county.ts'
import type { Issue, Notice, Reopening, WorkPlan } from '../records.ts'
import { joinedId } from '../core/joined-id.ts'
import { clip } from '../core/text.ts'
import { exposureOwed } from '../exposure/owed.ts'
import { checkersOf, recheckBy } from '../issues/rechecks.ts'
import { dueAt, followed, overdue } from '../issues/steps.ts'
import { lateTransfers } from '../quarantine/owed.ts'
import { unreadBy } from '../recovery/plans.ts'
import { missingFrom } from '../recovery/reports.ts'
import { fulfilmentId, isLate } from '../requirements/dues.ts'
import { dutiesAt } from '../requirements/duties.ts'
import { zoningOf } from '../requirements/zoning.ts'
import { testingOwed } from '../testing/owed.ts'

/** Which notices are due: each step tells those who must act next, and a deadline that passes tells headquarters too. */

const day = 24 * 3_600_000
const nobody = { role: null, unit: null, township: null, person: null, place: null, grid: null }

/** Those who act for a unit: its people, or the officers of the township if the unit is a township government. */
function actors(unit: string | null, facts: Facts): Notice['to'] {
  const township = facts.unitTownships.get(unit ?? '')
  return township ? { ...nobody, township } : { ...nobody, unit }
}

/** Those who re-check an issue: the members of its township's team who may, else headquarters. */
function checkers(board: Reader, issue: Issue, facts: Facts): readonly Notice['to'][] {
  const team = checkersOf(board, issue, facts)
  return team.length ? team.map(person => ({ ...nobody, person })) : [{ ...nobody, role: 'coordinator' }]
}

/**
 * The notices that are due now (epoch ms) and not yet given. Ids are made from the rule, the record and the moment it is about,
 * so that each is given once, even after a restart; a longer deadline or a relapse makes new ones. Nights and holidays count.
 */
export function owed(board: Reader, now: number, facts: Facts): Notice[] {
  const due: Notice[] = []
  const give = (rule: string, { id: of, township }: { readonly id: string, readonly township: string | null }, moment: number, to: Notice['to'], more: Partial<Notice>) => {
    const id = joinedId('-', rule, of, moment, ...to.person ? [to.person] : to.grid ? ['grid'] : [])
    if (!board.get('notice', id)) due.push({ id, rule, issue: null, shift: null, letter: null, place: null, plan: null, township, to, about: '', at: now, readBy: [], ...more })
  }
  const lately = (moment: number | null | undefined): moment is number => moment != null && moment > now - day
  /** A plan tells those it is for, and a reminder those of them who have not read it. */
  function ofPlan(plan: WorkPlan): void {
    const [issued, reminded] = [lately(plan.at), lately(plan.remindedAt)]
    if (plan.replacedAt !== null || (!issued && !reminded)) return
    for (const key of unreadBy(plan)) {
      const [kind = '', id = ''] = key.split(':')
      const team = kind === 'team' ? [...board.all('team')].find(one => String(one.no) === id) : undefined
      const to = team ? team.members.map(person => ({ ...nobody, person })) : kind === 'team' ? [] : [{ ...nobody, [kind]: id }]
      const of = { id: joinedId('-', plan.id, kind, id), township: kind === 'township' ? id : null }
      for (const one of to) {
        if (issued) give('planIssued', of, plan.at, one, { plan: plan.id, about: clip(plan.title, 200) })
        if (reminded && plan.remindedAt !== null) give('planReminder', of, plan.remindedAt, one, { plan: plan.id, about: clip(plan.title, 200) })
      }
    }
  }
  /** Each step tells those who act next, and a report that is missing tells the place and its township. */
  function ofReopening(one: Reopening): void {
    const about = { place: one.place, about: clip(board.get('place', one.place)?.name ?? '', 200) }
    const here = { ...nobody, place: one.place }
    const next = {
      filed: () => give('reopenFiled', one, one.since, one.unit ? actors(one.unit, facts) : { ...nobody, township: one.township }, about),
      checked: () => give('reopenChecked', one, one.since, { ...nobody, role: 'coordinator' }, about),
      approved: () => give('reopenApproved', one, one.since, here, about),
      halted: () => one.steps.at(-1)?.step === 'refused' && give('reopenRefused', one, one.since, here, about),
      running: null,
      reopened: null,
      relapsed: null,
    }[one.step]
    if (lately(one.since)) next?.()
    const missing = missingFrom(one, facts)
    if (missing === null || missing > now || !lately(missing)) return
    give('reportMissing', one, missing, here, about)
    give('reportMissingHere', one, missing, { ...nobody, township: one.township }, about)
  }
  for (const letter of board.all('letter')) {
    if (lately(letter.at)) give('letter', letter, letter.at, actors(letter.unit, facts), { letter: letter.id, about: String(letter.no) })
  }
  for (const issue of board.all('issue')) {
    if (!issue.unit || !followed(issue)) continue
    const about = { issue: issue.id, about: clip([board.get('place', issue.place ?? '')?.name, issue.title].filter(Boolean).join(' · '), 200) }
    const unit = () => actors(issue.unit, facts)
    if ((issue.state === 'told' || issue.state === 'relapsed') && lately(issue.since)) give('told', issue, issue.since, unit(), about)
    if (lately(issue.assignedAt)) give('assigned', issue, issue.assignedAt, unit(), about)
    const back = issue.returns.at(-1)
    if (issue.state === 'rectifying' && back && lately(back.at)) give('returned', issue, back.at, unit(), about)
    if (issue.state === 'awaiting') {
      if (lately(issue.since)) checkers(board, issue, facts).forEach(to => give('answered', issue, issue.since, to, about))
      if (recheckBy(issue, facts) < now) give('recheckLate', issue, recheckBy(issue, facts), { ...nobody, role: 'coordinator' }, about)
    }
    if (!overdue(issue, now)) continue
    const deadline = dueAt(issue)
    give('late', issue, deadline, unit(), about)
    give('lateLeader', issue, deadline, { ...nobody, role: 'coordinator' }, about)
  }
  for (const one of dutiesAt(board, facts, zoningOf(board.all('place'), board.all('zone')), now)) {
    const { place, act, batch, dueAt: moment } = one
    if (!isLate(one, now) || !lately(moment)) continue
    const { township } = place
    const about = { place: place.id, about: clip(place.name, 200) }
    give(`late_${act}`, { id: batch?.id ?? fulfilmentId(place.id, act), township }, moment, { ...nobody, township }, about)
    // The contact of a quarantine site has a test made, or is asked why there was none.
    if (batch) give(`late_${act}`, { id: joinedId('-', batch.id, 'here'), township }, moment, { ...nobody, place: place.id }, about)
  }
  for (const { id, township, target, arriveBy, departBy } of lateTransfers(board, now, facts)) {
    if (lately(Math.max(arriveBy, departBy))) give('transferLate', { id, township }, arriveBy, { ...nobody, role: 'coordinator' }, { place: target, about: clip(board.get('place', target)?.name ?? '', 200) })
  }
  for (const { group, grid: id, township, lateAt, risenAt, farAt } of board.all('careCount')) {
    if (group !== 'all') continue
    const about = { about: clip(board.get('grid', id)?.name ?? '', 200) }
    if (lately(lateAt) && lateAt !== risenAt) give('careLate', { id, township }, lateAt, { ...nobody, grid: id }, about)
    if (lately(risenAt)) give('careMissed', { id, township }, risenAt, { ...nobody, grid: id }, about)
    if (lately(risenAt)) give('careRisen', { id, township }, risenAt, { ...nobody, township }, about)
    if (lately(farAt)) give('careRisenFar', { id, township }, farAt, { ...nobody, role: 'coordinator' }, about)
  }
  for (const one of board.all('reopening')) ofReopening(one)
  for (const one of board.all('workPlan')) ofPlan(one)
  for (const { id, grid, township, newAt, urgentAt, risenAt, farAt } of board.all('helpCount')) {
    const about = { about: clip(grid ? board.get('grid', grid)?.name ?? '' : '', 200) }
    const to = { ...nobody, township }
    // The worker of the grid is asked first; the township learns at once of what is urgent, and by the clock of what nobody took.
    const first = grid ? { ...nobody, grid } : to
    if (lately(urgentAt)) {
      give('helpUrgent', { id, township }, urgentAt, to, about)
      if (grid) give('helpUrgent', { id, township }, urgentAt, first, about)
    } else if (lately(newAt)) {
      give('helpNew', { id, township }, newAt, first, about)
    }
    if (lately(risenAt) && risenAt !== urgentAt) give('helpRisen', { id, township }, risenAt, to, about)
    if (lately(farAt)) give('helpFar', { id, township }, farAt, { ...nobody, role: 'coordinator' }, about)
  }
  for (const { rule, of, moment, place, leaders } of testingOwed(board, now, facts)) {
    const about = { place, about: clip(board.get('place', place)?.name ?? '', 200) }
    give(rule, of, moment, { ...nobody, township: of.township }, about)
    if (leaders) give(`${rule}Leader`, of, moment, { ...nobody, role: 'coordinator' }, about)
  }
  for (const { rule, of: { id, township, unit, place, name }, moment } of exposureOwed(board, now - day)) {
    const about = { place, about: clip(name, 200) }
    give(rule, { id, township }, moment, { ...nobody, township }, about)
    if (unit && facts.unitTownships.get(unit) !== township) give(rule, { id: joinedId('-', id, 'unit'), township }, moment, actors(unit, facts), about)
    if (place) give(rule, { id: joinedId('-', id, 'place'), township }, moment, { ...nobody, place }, about)
  }
  return due
}
