import type { Refusal } from '../../shared/protocol.ts'
import type { Code } from '../../shared/rejection.ts'
import { words } from './lang.ts'

/** For every "no" a sentence: what happened, and where it helps, what to do. A new code without both does not compile. */
const zh: Record<Code, string> = {
  invalid: '内容不完整或格式不对，请检查后再试。',
  unknown_command: '这个版本太旧，请刷新页面。没发出的内容都在。',
  too_large: '内容太大，请删减后再试。',
  forbidden: '您的角色不能做这一步。',
  outside_area: '不在您的负责范围内，请联系所属镇街或指挥部。',
  not_found: '已不存在，或不在您的可见范围内。',
  exists: '已经有了，不用再做一次。',
  conflict: '您改的内容别人刚刚也改了，两份都留着，请选择。',
  illegal_step: '状态已被别人推进，请看最新状态再操作。',
  needs_unit: '还没有责任单位，先指定责任单位再反馈。',
  needs_reason: '请写明情况，别人才能接着办。',
  needs_date: '挂账要写下次跟进的日期。',
  recheck_by_another: '需他人复查：整改人不能复查自己的整改。',
  shift_full: '名额已满，请看看别的班次。',
  shift_clash: '与您已报的班次时间冲突。要改报这一班，请先退掉那一班。',
  already_claimed: '您已经报了这一班。',
  not_claimed: '这一班没有报名记录。',
  over: '时间已过。',
  closed: '这一班已停止报名。',
  ends_before_start: '结束时间要晚于开始时间。',
  already_met: '这项缺口已经补齐或撤销，不用再送。',
  more_than_needed: '超过还缺的数量，请按还缺的数量填。',
  not_in_stock: '这个仓库可调数量不足，请减少数量或换一个来源。',
  illegal_delivery: '这单调拨的状态已变，请看最新状态再操作。',
  retired: '这个场所已停用，先恢复再操作。',
  lifted: '这个区域已解除。',
  crossed_ring: '边界线自己交叉了，请调整拐点。',
  slow_down: '操作太快，稍后自动继续，内容都在。',
  signed_out: '登录已失效，请用新的登录链接进入。没发出的内容都在这台设备上。',
  busy: '服务器繁忙，稍后自动重试，内容都在。',
  storage_full: '服务器存储已满，暂时只能查看。内容都在这台设备上，恢复后自动发送。',
  internal: '服务器出错，这一条没有保存，其他内容不受影响。请再试一次。',
}

const en: Record<Code, string> = {
  invalid: 'Something is missing or malformed. Please check and try again.',
  unknown_command: 'This page is too old. Reload it; nothing unsent is lost.',
  too_large: 'That is too much at once. Please shorten it.',
  forbidden: 'Your role cannot do this.',
  outside_area: 'This is outside your area. Ask its township or headquarters.',
  not_found: 'It is gone, or outside what you can see.',
  exists: 'It is already there; no need to do it twice.',
  conflict: 'Somebody just changed the same thing. Both versions are kept; please choose.',
  illegal_step: 'Somebody has already moved it on. Look at its present state first.',
  needs_unit: 'It has no responsible unit yet. Assign one first.',
  needs_reason: 'Please say why, so that others can carry on.',
  needs_date: 'A deferred issue needs the date of its next follow-up.',
  recheck_by_another: 'Somebody else must re-check: not the person who rectified it.',
  shift_full: 'All places are taken. Please look at other shifts.',
  shift_clash: 'It clashes with a shift you hold. Release that one first to take this.',
  already_claimed: 'You already hold this shift.',
  not_claimed: 'There is no claim to release.',
  over: 'The time has passed.',
  closed: 'This shift no longer takes sign-ups.',
  ends_before_start: 'The end must come after the start.',
  already_met: 'This shortage is met or withdrawn; nothing more is needed.',
  more_than_needed: 'That is more than is still needed.',
  not_in_stock: 'This store has not that much to spare. Take less, or choose another source.',
  illegal_delivery: 'This delivery has moved on. Look at its present state first.',
  retired: 'This place is retired. Restore it first.',
  lifted: 'This zone has been lifted.',
  crossed_ring: 'The boundary crosses itself. Please move a corner.',
  slow_down: 'Too fast; it goes on by itself in a moment. Nothing is lost.',
  signed_out: 'You are signed out. Open a new sign-in link; unsent work stays on this device.',
  busy: 'The server is busy and will be tried again. Nothing is lost.',
  storage_full: 'The server has no room: reading only for now. Your work stays here and is sent later.',
  internal: 'The server failed on this one and did not keep it. Nothing else is affected; please try again.',
}

export const sentences = words({ zh, en })

/** What to tell a person about a refusal. */
export const sentence = ({ code }: Pick<Refusal, 'code'>): string => sentences.value[code]
