import { AccessGrants } from '@collections/learning/AccessGrants'
import { BookingSteps } from '@collections/learning/BookingSteps'
import { Cohorts } from '@collections/learning/Cohorts'
import { CourseEditions } from '@collections/learning/CourseEditions'
import { EditionLessons } from '@collections/learning/EditionLessons'
import { EnrollmentChanges } from '@collections/learning/EnrollmentChanges'
import { Enrollments } from '@collections/learning/Enrollments'
import { LearnerNotes } from '@collections/learning/LearnerNotes'
import { LessonReleases } from '@collections/learning/LessonReleases'
import { PathMembers } from '@collections/learning/PathMembers'
import { PlaceRequests } from '@collections/learning/PlaceRequests'
import { Progress } from '@collections/learning/Progress'
import { QuizAttempts } from '@collections/learning/QuizAttempts'
import { QuizAllowances } from '@collections/learning/QuizAllowances'
import { QuizStatistics } from '@collections/learning/QuizStatistics'
import { Regrades } from '@collections/learning/Regrades'
import { Reviews } from '@collections/learning/Reviews'
import { moreInQuizzes } from '@endpoints/learning/allowances'
import { SubmissionFiles } from '@collections/learning/SubmissionFiles'
import { SurveyAnswers } from '@collections/learning/SurveyAnswers'
import { Submissions } from '@collections/learning/Submissions'
import {
  handInWork,
  removeWorkFile,
  saveWork,
  uploadWorkFile,
  work,
  workFile,
} from '@endpoints/learning/assignments'
import { DocumentCopies } from '@collections/learning/DocumentCopies'
import { VideoPlays } from '@collections/learning/VideoPlays'
import { VideoTraffic } from '@collections/learning/VideoTraffic'
import { WaitlistEntries } from '@collections/learning/WaitlistEntries'
import { read, save, start, submit } from '@endpoints/learning/attempts'
import {
  answerSubmission,
  decideOnSubmission,
  recordOnSubmission,
  replyToReview,
  submissionQueue,
  submissionToReview,
} from '@endpoints/learning/submissionReviews'
import { answerOfCue, cuesOfFilm } from '@endpoints/learning/cues'
import { changeOfEnrollments } from '@endpoints/learning/enrollmentChanges'
import { download, lentFile } from '@endpoints/learning/downloads'
import { edition, pin, unpin } from '@endpoints/learning/editions'
import { entitlement, openForLearners } from '@endpoints/learning/entitlement'
import {
  changeMarks,
  giveMarks,
  gradingOf,
  gradingQueue,
  marksOf,
} from '@endpoints/learning/grading'
import { learn } from '@endpoints/learning/learn'
import { attended, liveCalendar, liveSession } from '@endpoints/learning/live'
import { lessonMedia } from '@endpoints/learning/media'
import { changedNote, fileOfNotes, newNote, noNote, notes } from '@endpoints/learning/notes'
import { joinPath, ownPath } from '@endpoints/learning/paths'
import { openPackage, packageTold } from '@endpoints/learning/packages'
import { person } from '@endpoints/learning/people'
import {
  askForThePlace,
  decisionOnPlaceRequests,
  ownPlaceRequest,
  withdrawPlaceRequest,
} from '@endpoints/learning/placeRequests'
import { completed, textRead, watched } from '@endpoints/learning/progress'
import { courseReviews, myReview, withdrawReview, writeReview } from '@endpoints/learning/reviews'
import { codeHolder } from '@endpoints/learning/codes'
import { roster, rosterFile } from '@endpoints/learning/roster'
import { statistics, statisticsFile } from '@endpoints/learning/statistics'
import { answerSurvey, surveyFile, surveyOutcome } from '@endpoints/learning/surveys'
import { openVideo, watchFile } from '@endpoints/learning/videos'
import { changeOfWaitlist, stopWaiting, waitForPlace } from '@endpoints/learning/waitlist'
import {
  bookOnCourseCompleted,
  bookOnEnrollmentChanged,
  bookOnEnrollmentCreated,
  bookOnOrderExpired,
  bookOnOrderFailed,
  bookOnOrderPaid,
  bookOnOrderPlaced,
  bookOnWaitlistChanged,
} from '@hooks/learning/bookings'
import {
  enrollOnGiftRedeemed,
  enrollOnOrderPaid,
  grantOnSubscriptionChanged,
  followOnDisputeChanged,
  takeBackOnRefundSettled,
} from '@hooks/learning/enrollments'
import {
  keepLessonOfEdition,
  keepQuizOfEdition,
  pinStartedEveryMinute,
  showKeptLesson,
} from '@hooks/learning/editions'
import { forgetLearnerOnAccountErased } from '@hooks/learning/erasure'
import { walkOnCourseCompleted, walkOnPathChanged } from '@hooks/learning/paths'
import { lapseRequestsEveryMinute } from '@hooks/learning/placeRequests'
import {
  recountOnContentChanged,
  recountOnEditionChanged,
  rollUpOnLessonCompleted,
} from '@hooks/learning/progress'
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
import {
  countOnAttemptHandedIn,
  countOnLessonsReleased,
  countOnSubmissionAnswered,
  countOnSubmissionHandedIn,
  countOnSubmissionReviewed,
  countStandingsEveryMinute,
  uncountOnZoneChanged,
} from '@hooks/learning/standings'
import { countEveryMinute } from '@hooks/learning/statistics'
import { lookAtTrafficOften } from '@hooks/learning/videoTraffic'
import { offerOnEnrollmentChanged, offerPlacesEveryMinute } from '@hooks/learning/waitlist'
import { enrollOnCoursesGiven } from '@hooks/learning/people'

import { domain } from './support/domain'

export const learning = domain({
  collections: [
    Cohorts,
    CourseEditions,
    EditionLessons,
    PlaceRequests,
    WaitlistEntries,
    BookingSteps,
    Enrollments,
    EnrollmentChanges,
    AccessGrants,
    LessonReleases,
    Progress,
    LearnerNotes,
    PathMembers,
    QuizAttempts,
    QuizAllowances,
    QuizStatistics,
    Regrades,
    SubmissionFiles,
    Submissions,
    SurveyAnswers,
    Reviews,
    DocumentCopies,
    VideoPlays,
    VideoTraffic,
  ],
  endpoints: [
    learn,
    entitlement,
    openForLearners,
    edition,
    pin,
    unpin,
    changeOfEnrollments,
    roster,
    rosterFile,
    waitForPlace,
    stopWaiting,
    changeOfWaitlist,
    askForThePlace,
    ownPlaceRequest,
    withdrawPlaceRequest,
    decisionOnPlaceRequests,
    moreInQuizzes,
    lessonMedia,
    openVideo,
    watchFile,
    codeHolder,
    cuesOfFilm,
    answerOfCue,
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
    notes,
    newNote,
    fileOfNotes,
    changedNote,
    noNote,
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
    recordOnSubmission,
    decideOnSubmission,
    answerSubmission,
    gradingQueue,
    gradingOf,
    giveMarks,
    marksOf,
    changeMarks,
    answerSurvey,
    statistics,
    statisticsFile,
    surveyFile,
    surveyOutcome,
    ownPath,
    joinPath,
    person,
    courseReviews,
    myReview,
    writeReview,
    withdrawReview,
  ],
  hooks: {
    lessons: {
      afterChange: [lookAnewOnRuleChange],
      beforeDelete: [keepLessonOfEdition, forgetReleases],
      beforeRead: [showKeptLesson],
    },
    quizzes: { beforeDelete: [keepQuizOfEdition] },
    sections: { afterChange: [lookAnewOnRuleChange] },
  },
  reactions: [
    enrollOnCoursesGiven,
    enrollOnGiftRedeemed,
    enrollOnOrderPaid,
    grantOnSubscriptionChanged,
    takeBackOnRefundSettled,
    followOnDisputeChanged,
    rollUpOnLessonCompleted,
    recountOnContentChanged,
    recountOnEditionChanged,
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
    bookOnOrderPlaced,
    bookOnOrderPaid,
    bookOnOrderExpired,
    bookOnOrderFailed,
    bookOnWaitlistChanged,
    bookOnEnrollmentCreated,
    bookOnEnrollmentChanged,
    bookOnCourseCompleted,
    countOnAttemptHandedIn,
    countOnSubmissionHandedIn,
    countOnSubmissionReviewed,
    countOnSubmissionAnswered,
    countOnLessonsReleased,
    uncountOnZoneChanged,
  ],
  tasks: [
    releaseEveryMinute,
    pinStartedEveryMinute,
    countEveryMinute,
    countStandingsEveryMinute,
    sweepWorkFilesNightly,
    offerPlacesEveryMinute,
    lapseRequestsEveryMinute,
    lookAtTrafficOften,
  ],
})
