import { forgetAuthor } from '@/operations/community/forgetAuthor'
import { reaction } from '@hooks/events/reaction'

/** Erases what an erased account wrote in discussions. */
export const forgetAuthorOnAccountErased = reaction({
  name: 'forgetAuthorOnAccountErased',
  on: 'account.erased',
  run: ({ data: { account }, req }) => forgetAuthor({ account, req }),
})
