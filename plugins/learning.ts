import { AccessGrants } from '@collections/learning/AccessGrants'
import { Cohorts } from '@collections/learning/Cohorts'
import { EnrollmentChanges } from '@collections/learning/EnrollmentChanges'
import { Enrollments } from '@collections/learning/Enrollments'
import { LessonReleases } from '@collections/learning/LessonReleases'
import { PathMembers } from '@collections/learning/PathMembers'
import { Progress } from '@collections/learning/Progress'
import { QuizAttempts } from '@collections/learning/QuizAttempts'
import { QuizAllowances } from '@collections/learning/QuizAllowances'
import { QuizStatistics } from '@collections/learning/QuizStatistics'
import { Regrades } from '@collections/learning/Regrades'
import { Reviews } from '@collections/learning/Reviews'
import { moreInQuizzes } from '@endpoints/learning/allowances'
import { SubmissionFiles } from '@collections/learning/SubmissionFiles'
import { Submissions } from '@collections/learning/Submissions'
import {
  handInWork,
  removeWorkFile,
  saveWork,
  uploadWorkFile,
  work,
  workFile,
} from '@endpoints/learning/assignments'
import { WaitlistEntries } from '@collections/learning/WaitlistEntries'
import { read, save, start, submit } from '@endpoints/learning/attempts'
import {
  answerSubmission,
  decideOnSubmission,
  replyToReview,
  submissionQueue,
  submissionToReview,
} from '@endpoints/learning/submissionReviews'
import { changeOfEnrollments } from '@endpoints/learning/enrollmentChanges'
import { download, lentFile } from '@endpoints/learning/downloads'
import { entitlement, openForLearners } from '@endpoints/learning/entitlement'
import { giveMarks, gradingOf, gradingQueue } from '@endpoints/learning/grading'
import { learn } from '@endpoints/learning/learn'
import { attended, liveCalendar, liveSession } from '@endpoints/learning/live'
import { lessonMedia } from '@endpoints/learning/media'
import { joinPath, ownPath } from '@endpoints/learning/paths'
import { openPackage, packageTold } from '@endpoints/learning/packages'
import { person } from '@endpoints/learning/people'
import { completed, textRead, watched } from '@endpoints/learning/progress'
import { courseReviews, myReview, withdrawReview, writeReview } from '@endpoints/learning/reviews'
import { statistics, statisticsFile } from '@endpoints/learning/statistics'
import { changeOfWaitlist, stopWaiting, waitForPlace } from '@endpoints/learning/waitlist'
import { enrollOnOrderPaid, grantOnSubscriptionChanged } from '@hooks/learning/enrollments'
import { forgetLearnerOnAccountErased } from '@hooks/learning/erasure'
import { walkOnCourseCompleted, walkOnPathChanged } from '@hooks/learning/paths'
import { recountOnContentChanged, rollUpOnLessonCompleted } from '@hooks/learning/progress'
import { eraseWorkFileOnRemoved, sweepWorkFilesNightly } from '@hooks/learning/submissionFiles'
import { regradeOnContentChanged } from '@hooks/learning/regrades'
import {
  forgetReleases,
  lookAnewOnRuleChange,
  lookAnewOnZoneChanged,
  releaseEveryMinute,
  settleOnAttemptGraded,
  settleOnEnrollmentCreated,
  settleOnLessonCompleted,
} from '@hooks/learning/releases'
import { countEveryMinute } from '@hooks/learning/statistics'
import { offerOnEnrollmentChanged, offerPlacesEveryMinute } from '@hooks/learning/waitlist'

import { domain } from './support/domain'

export const learning = domain({
  collections: [
    Cohorts,
    WaitlistEntries,
    Enrollments,
    EnrollmentChanges,
    AccessGrants,
    LessonReleases,
    Progress,
    PathMembers,
    QuizAttempts,
    QuizAllowances,
    QuizStatistics,
    Regrades,
    SubmissionFiles,
    Submissions,
    Reviews,
  ],
  endpoints: [
    learn,
    entitlement,
    openForLearners,
    changeOfEnrollments,
    waitForPlace,
    stopWaiting,
    changeOfWaitlist,
    moreInQuizzes,
    lessonMedia,
    download,
    lentFile,
    openPackage,
    packageTold,
    liveSession,
    liveCalendar,
    watched,
    textRead,
    attended,
    completed,
    start,
    read,
    save,
    submit,
    work,
    saveWork,
    handInWork,
    uploadWorkFile,
    removeWorkFile,
    workFile,
    replyToReview,
    submissionQueue,
    submissionToReview,
    decideOnSubmission,
    answerSubmission,
    gradingQueue,
    gradingOf,
    giveMarks,
    statistics,
    statisticsFile,
    ownPath,
    joinPath,
    person,
    courseReviews,
    myReview,
    writeReview,
    withdrawReview,
  ],
  hooks: {
    lessons: { afterChange: [lookAnewOnRuleChange], beforeDelete: [forgetReleases] },
    sections: { afterChange: [lookAnewOnRuleChange] },
  },
  reactions: [
    enrollOnOrderPaid,
    grantOnSubscriptionChanged,
    rollUpOnLessonCompleted,
    recountOnContentChanged,
    regradeOnContentChanged,
    forgetLearnerOnAccountErased,
    settleOnEnrollmentCreated,
    settleOnLessonCompleted,
    settleOnAttemptGraded,
    lookAnewOnZoneChanged,
    walkOnCourseCompleted,
    walkOnPathChanged,
    eraseWorkFileOnRemoved,
    offerOnEnrollmentChanged,
  ],
  tasks: [releaseEveryMinute, countEveryMinute, sweepWorkFilesNightly, offerPlacesEveryMinute],
})
