import { revalidateSchool } from '@/adapters/cache/revalidate'
import { reaction } from '@hooks/events/reaction'

/** Makes a school's cached pages anew after something they show has changed. */
export const revalidatePagesOnContentChanged = reaction({
  name: 'revalidatePagesOnContentChanged',
  on: 'content.changed',
  run: ({ tenant }) => revalidateSchool(tenant),
  transaction: false,
})
