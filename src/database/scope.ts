import { AsyncLocalStorage } from 'node:async_hooks'

/**
 * Whose rows the running code may touch. `host` is what a web request came with; it is resolved to
 * `tenant` by the pool at the first statement. `platform` uses the platform's own database role.
 * In a `viewing` scope nothing is written: the database refuses it.
 */
export type Scope = {
  host?: string
  platform?: boolean
  tenant?: null | string
  viewing?: boolean
}

const shared = globalThis as { lecternScope?: AsyncLocalStorage<Scope> }

/** One storage for the process, however often the module is bundled. */
const storage = (shared.lecternScope ??= new AsyncLocalStorage<Scope>())

export const currentScope = (): Scope => storage.getStore() ?? {}

/** Runs `run` inside one school: every statement it makes sees that school's rows alone. */
export const asTenant = <T>(tenant: string, run: () => T): T =>
  storage.run({ tenant, viewing: currentScope().viewing }, run)

/**
 * Runs `run` as the platform, above the wall between schools. Kept to a few named places: the host
 * look-up, the worker's queue, seeding, and staff of the platform on the platform's own host.
 */
export const asPlatform = <T>(run: () => T): T => storage.run({ platform: true }, run)

/** Runs a whole web request in the scope of its host; the pool finds out which school that is. */
export const asHost = <T>(host: string | undefined, run: () => T): T =>
  storage.run({ host, viewing: currentScope().viewing }, run)

/** Runs a web request, and says whether it is one of a view. */
export const asRequest = <T>(viewing: boolean, run: () => T): T => storage.run({ viewing }, run)

/** Keeps the running request from writing, once its session turned out to be a view's. */
export const onlyView = (): void => {
  const scope = storage.getStore()
  if (scope) {
    scope.viewing = true
  }
}

/** Lifts the running request to the platform's role; called once its staff have proved who they are. */
export const liftToPlatform = (): void => {
  const scope = storage.getStore()
  if (scope) {
    scope.platform = true
  }
}
