/** Several townships under one name, as an audience has it. No id has a plus sign. */

/** The name of a set of townships: one for each set, whatever the order, and another for every other set. */
export const namedTogether = (codes: readonly string[]): string => [...new Set(codes)].sort().join('+')

/** True if `one` is this name, or one of those that it names together. */
export const among = (name: string, one: string | null): boolean => one !== null && (one === name || (name.includes('+') && name.split('+').includes(one)))

/** True if `named`, such as `township:north`, is this audience or a part of it. */
export const isNamed = ({ scope, name }: { readonly scope: string, readonly name: string }, named: string): boolean =>
  named === (name ? `${scope}:${name}` : scope) || (scope === 'township' && named.startsWith('township:') && among(name, named.slice('township:'.length)))
