import { revalidateSchool } from '@/adapters/cache/revalidate'
import { reaction } from '@hooks/events/reaction'

/** Makes a school's cached pages anew after something they show has changed; none shows a quiz or the bank. */
export const revalidatePagesOnContentChanged = reaction({
  name: 'revalidatePagesOnContentChanged',
  concerns: ({ collection }) => collection !== 'quizzes' && collection !== 'bank-questions',
  on: 'content.changed',
  run: ({ tenant }) => revalidateSchool(tenant),
  transaction: false,
})

/** Makes them anew after the rates by which their prices are converted have changed. */
export const revalidatePagesOnRatesChanged = reaction({
  name: 'revalidatePagesOnRatesChanged',
  on: 'rates.changed',
  run: ({ tenant }) => revalidateSchool(tenant),
  transaction: false,
})
