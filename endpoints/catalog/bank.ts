import { z } from 'zod'

import { countMatching } from '@/operations/catalog/bank'

import { endpoint } from '../support/endpoint'
import { NotAllowed } from '../support/errors'

/**
 * GET /api/bank/matching `?tags&matchAll&course`: `{ matching }`, how many questions of the bank a pool with that
 * filter draws from. For whoever may read the bank.
 */
export const bankMatching = endpoint({
  input: z.object({
    course: z.uuid().optional(),
    matchAll: z.stringbool().default(false),
    tags: z.string().max(900).default(''),
  }),
  method: 'get',
  path: '/bank/matching',
  run: async ({ input, req }) => {
    if (!(await req.payload.collections['bank-questions'].config.access.read({ req }))) {
      throw new NotAllowed()
    }

    return { matching: await countMatching({ filter: input, req }) }
  },
})
