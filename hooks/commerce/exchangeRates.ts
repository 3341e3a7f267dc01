import type { ScheduledTask } from '@hooks/events/reaction'

import { fetchRates } from '@/operations/commerce/exchangeRates'

/** Fetches the reference rates, which are new on working days in the afternoon. Every hour, so that a feed that was down is caught up with. */
export const fetchExchangeRates: ScheduledTask = {
  name: 'fetchExchangeRates',
  cron: '25 * * * *',
  run: async ({ req: { payload } }) => {
    await fetchRates({ payload })
  },
}
