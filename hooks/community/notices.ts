import { excerptOf } from '@/domain/community/markup'
import { followersOf } from '@/operations/community/followers'
import { queueEmails } from '@/operations/mail/queueEmails'
import { schoolOf } from '@/operations/tenancy/school'
import { reaction } from '@hooks/events/reaction'

/** Characters of what was answered, where it has no title. */
const LONGEST_NAME = 80

/** Tells everybody who follows a post of a reply to it, once for each reply; what it says is read in the discussion alone. */
export const mailFollowersOnCommentWritten = reaction({
  name: 'mailFollowersOnCommentWritten',
  on: 'comment.written',
  run: async ({ data: { comment }, req, tenant }) => {
    const school = await schoolOf({ req, tenant })
    if (!school) {
      return
    }
    const followers = await followersOf({ comment, req })
    await queueEmails({
      emails: followers.map(
        ({ name, slug, author, course, email, locale, member, post, thread }) => ({
          data: {
            name,
            author,
            course,
            post: excerptOf(post, LONGEST_NAME),
            url: `${school.origin}/learn/${slug}/discussion/${thread}`,
          },
          key: `commentWritten:${comment}:${member}`,
          locale: locale ?? school.locale,
          template: 'commentWritten',
          to: email,
        }),
      ),
      req,
    })
  },
})
