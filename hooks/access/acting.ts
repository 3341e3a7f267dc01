import { AsyncLocalStorage } from 'node:async_hooks'

import type { Permission } from '@/domain/identity/permissions/areas'

import { permits } from '@/domain/identity/permissions/areas'

type Acting = { permission?: Permission }

const shared = globalThis as { lecternActing?: AsyncLocalStorage<Acting> }

/** One storage for the process, however often the module is bundled. */
const storage = (shared.lecternActing ??= new AsyncLocalStorage<Acting>())

/** Runs what needs a permission, so that rules know whether whoever asks has it from a role of the school's own. */
export const actingWith = <T>(permission: Permission | undefined, run: () => T): T =>
  storage.run({ permission }, run)

/** Whether permissions given by a role of the school's own reach what is being done now. */
export const reachesNow = (given: null | readonly string[] | undefined): boolean => {
  const needed = storage.getStore()?.permission

  return Boolean(needed && given && permits(given, needed))
}
