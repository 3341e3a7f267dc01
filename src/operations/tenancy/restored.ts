import type { Payload } from 'payload'

import type { AfterRestore } from '@hooks/events/reaction'

/** Does again what each domain has to do again, in the order of the domains. */
export const afterRestore = async (payload: Payload): Promise<void> => {
  for (const again of payload.config.custom.afterRestore as AfterRestore[]) {
    await again(payload)
  }
}
