import { revalidateSchool } from '@/adapters/cache/revalidate'
import { reaction } from '@hooks/events/reaction'

/** Makes a school's cached pages anew after something they show has changed; none shows a quiz. */
export const revalidatePagesOnContentChanged = reaction({
  name: 'revalidatePagesOnContentChanged',
  on: 'content.changed',
  run: async ({ data: { collection }, tenant }) => {
    if (collection !== 'quizzes') {
      await revalidateSchool(tenant)
    }
  },
  transaction: false,
})
