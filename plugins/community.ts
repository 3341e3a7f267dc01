import { Comments } from '@collections/community/Comments'
import { PostFollows } from '@collections/community/PostFollows'
import { Posts } from '@collections/community/Posts'
import { SpaceMembers } from '@collections/community/SpaceMembers'
import { Spaces } from '@collections/community/Spaces'
import { deleteComment, editComment, moderateComment } from '@endpoints/community/comments'
import {
  discussion,
  discussionsOfCourse,
  markRead,
  writePost,
} from '@endpoints/community/discussions'
import {
  deletePost,
  editPost,
  followPost,
  moderatePost,
  thread,
  writeComment,
} from '@endpoints/community/posts'
import { keepDiscussedCohort } from '@hooks/community/cohorts'
import { forgetAuthorOnAccountErased } from '@hooks/community/erasure'
import { mailFollowersOnCommentWritten } from '@hooks/community/notices'

import { domain } from './support/domain'

export const community = domain({
  collections: [Spaces, Posts, Comments, SpaceMembers, PostFollows],
  endpoints: [
    discussionsOfCourse,
    discussion,
    writePost,
    markRead,
    thread,
    editPost,
    deletePost,
    writeComment,
    followPost,
    moderatePost,
    editComment,
    deleteComment,
    moderateComment,
  ],
  hooks: { cohorts: { beforeDelete: [keepDiscussedCohort] } },
  reactions: [forgetAuthorOnAccountErased, mailFollowersOnCommentWritten],
})
