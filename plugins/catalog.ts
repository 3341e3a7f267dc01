import { BankQuestions } from '@collections/catalog/BankQuestions'
import { BankVersions } from '@collections/catalog/BankVersions'
import { Categories } from '@collections/catalog/Categories'
import { CourseLog } from '@collections/catalog/CourseLog'
import { Courses } from '@collections/catalog/Courses'
import { CourseTeam } from '@collections/catalog/CourseTeam'
import { CourseTransferItems } from '@collections/catalog/CourseTransferItems'
import { CourseTransfers } from '@collections/catalog/CourseTransfers'
import { Instructors } from '@collections/catalog/Instructors'
import { Lessons } from '@collections/catalog/Lessons'
import { Paths } from '@collections/catalog/Paths'
import { Quizzes } from '@collections/catalog/Quizzes'
import { Sections } from '@collections/catalog/Sections'
import { bankMatching } from '@endpoints/catalog/bank'
import { clone, cloneDates } from '@endpoints/catalog/clones'
import { deleteCourse } from '@endpoints/catalog/courses'
import { changeOfCurriculum, curriculum } from '@endpoints/catalog/curriculum'
import {
  addPart,
  askExport,
  askImport,
  startImport,
  transfer,
  transferFile,
  transfers,
} from '@endpoints/catalog/transfers'
import {
  answerToInvitation,
  changeInstructor,
  courseTeam,
  invitation,
  inviteInstructor,
  removeInstructor,
  resendInvitation,
} from '@endpoints/catalog/team'
import {
  approvals,
  coursePublication,
  lookAtCourseLinks,
  takeStep,
} from '@endpoints/catalog/publication'
import { dropProfileOnAccountErased, leaveTeamsOnAccountErased } from '@hooks/catalog/erasure'
import { forgetTransfersHourly, moveOnTransferReached } from '@hooks/catalog/transfers'

import { domain } from './support/domain'

export const catalog = domain({
  collections: [
    Categories,
    { ...Courses, endpoints: [deleteCourse] },
    Sections,
    Lessons,
    Quizzes,
    BankQuestions,
    BankVersions,
    Instructors,
    Paths,
    CourseTeam,
    CourseLog,
    CourseTransfers,
    CourseTransferItems,
  ],
  endpoints: [
    curriculum,
    changeOfCurriculum,
    bankMatching,
    cloneDates,
    clone,
    askExport,
    askImport,
    addPart,
    startImport,
    transfers,
    transfer,
    transferFile,
    coursePublication,
    takeStep,
    lookAtCourseLinks,
    approvals,
    courseTeam,
    inviteInstructor,
    changeInstructor,
    resendInvitation,
    removeInstructor,
    invitation,
    answerToInvitation,
  ],
  reactions: [dropProfileOnAccountErased, leaveTeamsOnAccountErased, moveOnTransferReached],
  tasks: [forgetTransfersHourly],
})
