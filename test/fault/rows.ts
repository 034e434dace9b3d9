import type { Fault } from './fault.ts'

/** Every fault, by the name it is run with: `npm run fault -- claim --seed 7`. A process loads only its own: most are servers, without a browser driver. */
export const rows: Readonly<Record<string, () => Promise<Fault>>> = {
  'atrest': async () => (await import('./atrest.ts')).atrest,
  'audit-missing': async () => (await import('./audit-missing.ts')).auditMissing,
  'audit-tamper': async () => (await import('./audit-tamper.ts')).auditTamper,
  'bitflip': async () => (await import('./bitflip.ts')).bitflip,
  'brute': async () => (await import('./brute.ts')).brute,
  'busout': async () => (await import('./busout.ts')).busout,
  'busy': async () => (await import('./busy.ts')).busy,
  'canary': async () => (await import('./canary.ts')).canary,
  'claim': async () => (await import('./claim.ts')).claim,
  'claim-cut': async () => (await import('./claim-cut.ts')).claimCut,
  'conflict': async () => (await import('./conflict.ts')).conflict,
  'connflood': async () => (await import('./connflood.ts')).connflood,
  'crash': async () => (await import('./crash.ts')).crash,
  'destroy': async () => (await import('./destroy.ts')).destroy,
  'dup': async () => (await import('./dup.ts')).dup,
  'enospc': async () => (await import('./enospc.ts')).enospc,
  'enum': async () => (await import('./enum.ts')).enumeration,
  'flood': async () => (await import('./flood.ts')).flood,
  'failover': async () => (await import('./failover.ts')).failover,
  'fuzzframes': async () => (await import('./fuzzframes.ts')).fuzzframes,
  'kill9': async () => (await import('./kill9.ts')).kill9,
  'migrate': async () => (await import('./migrate.ts')).migrate,
  'offline72': async () => (await import('./offline72.ts')).offline72,
  'parity': async () => (await import('./parity.ts')).parity,
  'peek': async () => (await import('./peek.ts')).peek,
  'pg-out': async () => (await import('./pg-out.ts')).pgOut,
  'poison': async () => (await import('./poison.ts')).poison,
  'polling': async () => (await import('./polling.ts')).polling,
  'portal': async () => (await import('./portal.ts')).portal,
  'powercut': async () => (await import('./powercut.ts')).powercut,
  'quota': async () => (await import('./quota.ts')).quota,
  'reorder': async () => (await import('./reorder.ts')).reorder,
  'restart': async () => (await import('./restart.ts')).restart,
  'restore-behind': async () => (await import('./restore-behind.ts')).restoreBehind,
  'restore-drill': async () => (await import('./restore-drill.ts')).restoreDrill,
  'revoke': async () => (await import('./revoke.ts')).revoke,
  'rolling': async () => (await import('./rolling.ts')).rolling,
  'scrape': async () => (await import('./scrape.ts')).scrape,
  'seqorder': async () => (await import('./seqorder.ts')).seqorder,
  'skew': async () => (await import('./skew.ts')).skew,
  'slow': async () => (await import('./slow.ts')).slow,
  'slowloris': async () => (await import('./slowloris.ts')).slowloris,
  'start': async () => (await import('./start.ts')).start,
  'subject': async () => (await import('./subject.ts')).subject,
  'upload-kill': async () => (await import('./upload-kill.ts')).uploadKill,
  'walgrow': async () => (await import('./walgrow.ts')).walgrow,
  'wall': async () => (await import('./wall.ts')).wall,
  'zombie': async () => (await import('./zombie.ts')).zombie,
}

/** Every way to run each of them: its name, and its name with each of its switches. */
export async function ways(): Promise<readonly (readonly [name: string, ...switches: readonly string[]])[]> {
  const all = await Promise.all(Object.entries(rows).map(async ([name, load]) => [name, (await load()).switches ?? []] as const))
  return all.flatMap(([name, switches]) => [[name] as const, ...switches.map(one => [name, `--${one}`] as const)])
}
