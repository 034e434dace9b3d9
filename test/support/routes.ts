import type { Router } from 'express'

interface Layer { readonly route?: { readonly path: string, readonly methods: Readonly<Record<string, boolean>> }, readonly handle?: { readonly stack?: readonly Layer[] } }

/** Every route that an express app answers, as `METHOD path`, the path as its own router names it. */
export function routesOf({ router }: { readonly router: Router }): string[] {
  const walk = (layers: readonly Layer[]): string[] => layers.flatMap(({ route, handle }) => route
    ? Object.keys(route.methods).map(method => `${method.toUpperCase()} ${route.path}`)
    : walk(handle?.stack ?? []))
  return walk(router.stack as unknown as readonly Layer[])
}
