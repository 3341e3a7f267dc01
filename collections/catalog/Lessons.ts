import type { CollectionConfig } from 'payload'

import type { FileKind } from '@/domain/media/library'

import { canAsk } from '@/domain/catalog/lessons/cues'
import { partOfCourse } from '@/domain/catalog/ofCourse'
import { FRAMED_HOSTS, frameOf } from '@/domain/media/embeds'
import { anyOf, authored, previewLessons } from '@hooks/access'
import { enrolled } from '@hooks/access/lessons'
import { onAnyCourse, onCourses } from '@hooks/access/team'
import { ownCues } from '@hooks/catalog/cues'
import { guardEdits } from '@hooks/catalog/editing'
import { filledToPublish, playablePackage, ruleOfKind } from '@hooks/catalog/lessonKinds'
import { keepPlace, lengthFromFile, ownCaptions, sectionsCourse } from '@hooks/catalog/lessons'
import { ownRelease } from '@hooks/catalog/release'
import { ownResources, ownSlides } from '@hooks/catalog/resources'
import { keepToOwnCourses } from '@hooks/catalog/team'
import { sectionComesAlong } from '@hooks/catalog/sectionTrash'
import { keepStudiedLesson } from '@hooks/catalog/studied'
import { contentChanged, contentDeleted } from '@hooks/tenancy/content'
import { ownReferences } from '@hooks/tenancy/relations'
import { stampTrash } from '@hooks/tenancy/trash'

import { drafts, draftsEdit } from '../fields/drafts'
import { editor } from '../fields/editor'
import { place } from '../fields/place'
import { previewedAt } from '../fields/preview'
import { release } from '../fields/release'
import { tenant } from '../fields/tenant'
import { assignment } from './assignment'
import { captions } from './captions'
import { chapters } from './chapters'
import { completion } from './completion'
import { cues } from './cues'
import { lessonKind } from './lessonKind'
import { live } from './live'
import { resources } from './resources'
import { slides } from './slides'
import { survey } from './survey'

/** The field for a file of a lesson: from the library, or uploaded beside it. */
const chosenFile = (kind: FileKind) => ({
  clientProps: { kind },
  path: '/src/components/admin/FileField#FileField',
})

/**
 * One sitting: something to watch, hear, read, do or attend. Its content is for those enrolled; a lesson marked as
 * preview is for everybody.
 */
export const Lessons: CollectionConfig = {
  slug: 'lessons',
  access: {
    ...authored({
      read: anyOf(onCourses('see'), previewLessons, enrolled),
      write: onCourses('write'),
    }),
    create: onAnyCourse('write'),
    readVersions: onCourses('see', 'version.course'),
  },
  admin: {
    components: {
      edit: {
        beforeDocumentControls: [
          ...draftsEdit.beforeDocumentControls,
          '/src/components/admin/EditGuard#EditGuard',
        ],
      },
      views: {
        edit: {
          results: {
            Component: '/src/components/admin/SurveyResults#SurveyResults',
            path: '/results',
          },
          versions: { Component: '/src/components/admin/VersionsPage#VersionsPage' },
        },
      },
    },
    defaultColumns: ['title', 'kind', 'course', '_status'],
    description: {
      en: 'Everything learners watch, hear, read, do or attend, each in a section of a course.',
      he: 'כל מה שלומדים צופים בו, שומעים, קוראים, עושים או משתתפים בו; כל שיעור בפרק של קורס.',
      ru: 'Всё, что студенты смотрят, слушают, читают, делают и посещают; каждый урок стоит в разделе курса.',
    },
    listSearchableFields: ['title'],
    useAsTitle: 'title',
    ...previewedAt('lessons'),
  },
  custom: partOfCourse,
  defaultPopulate: { kind: true, title: true },
  fields: [
    tenant(),
    {
      name: 'title',
      type: 'text',
      label: { en: 'Title', he: 'כותרת', ru: 'Название' },
      maxLength: 120,
      required: true,
    },
    {
      name: 'section',
      type: 'relationship',
      admin: { position: 'sidebar' },
      index: true,
      label: { en: 'Section', he: 'פרק', ru: 'Раздел' },
      relationTo: 'sections',
      required: true,
    },
    {
      name: 'course',
      type: 'relationship',
      admin: { position: 'sidebar', readOnly: true },
      index: true,
      label: { en: 'Course', he: 'קורס', ru: 'Курс' },
      relationTo: 'courses',
      required: true,
    },
    place({ isAside: true, order: '_lessons_lessons_order', parent: 'section' }),
    release({ isAside: true }),
    lessonKind,
    {
      name: 'video',
      type: 'upload',
      admin: {
        components: { Field: chosenFile('video') },
        condition: ({ kind }) => kind === 'video' || kind === 'live',
        description: {
          en: 'Of a live session: its recording, once there is one.',
          he: 'במפגש חי: ההקלטה שלו, כשתהיה.',
          ru: 'У прямого эфира — его запись, когда она появится.',
        },
      },
      filterOptions: { mimeType: { contains: 'video/' } },
      label: { en: 'Video', he: 'וידאו', ru: 'Видео' },
      relationTo: 'media',
    },
    {
      name: 'audio',
      type: 'upload',
      admin: {
        components: { Field: chosenFile('audio') },
        condition: ({ kind }) => kind === 'audio',
      },
      filterOptions: { mimeType: { contains: 'audio/' } },
      label: { en: 'Recording', he: 'הקלטה', ru: 'Запись' },
      relationTo: 'media',
    },
    {
      name: 'document',
      type: 'upload',
      admin: {
        components: { Field: chosenFile('document') },
        condition: ({ kind }) => kind === 'pdf' || kind === 'slides',
      },
      filterOptions: { mimeType: { equals: 'application/pdf' } },
      label: { en: 'PDF', he: 'PDF', ru: 'PDF' },
      relationTo: 'media',
    },
    slides,
    {
      name: 'package',
      type: 'upload',
      admin: {
        components: { Field: chosenFile('package') },
        condition: ({ kind }) => kind === 'scorm',
        description: {
          en: 'A ZIP of SCORM 1.2 or 2004 with one part. It plays apart from the school, and reports score and completion.',
          he: 'קובץ ZIP של SCORM 1.2 או 2004 עם חלק אחד. הוא פועל בנפרד מבית הספר ומדווח על ציון והשלמה.',
          ru: 'ZIP-архив SCORM 1.2 или 2004 с одной частью. Он работает отдельно от школы и сообщает балл и прохождение.',
        },
      },
      filterOptions: { mimeType: { equals: 'application/zip' }, scorm: { exists: true } },
      label: { en: 'Package', he: 'חבילה', ru: 'Пакет' },
      relationTo: 'media',
    },
    {
      name: 'embedUrl',
      type: 'text',
      admin: {
        condition: ({ kind }) => kind === 'embed',
        description: {
          en: `An address at ${FRAMED_HOSTS}. Learners see it once they say that it may load.`,
          he: `כתובת ב־${FRAMED_HOSTS}. הלומדים יראו את התוכן אחרי שיאשרו את טעינתו.`,
          ru: `Адрес на ${FRAMED_HOSTS}. Студенты увидят содержимое, когда разрешат его загрузить.`,
        },
        rtl: false,
      },
      label: { en: 'Address', he: 'כתובת', ru: 'Адрес' },
      maxLength: 2000,
      validate: (value: null | string | undefined) =>
        !value || frameOf(value) !== null || `An address at ${FRAMED_HOSTS}.`,
    },
    live,
    captions,
    chapters,
    {
      name: 'duration',
      type: 'number',
      admin: {
        description: {
          en: 'In seconds; read from the video or recording when left empty.',
          he: 'בשניות; נקרא מהווידאו או מההקלטה אם השדה ריק.',
          ru: 'В секундах; если пусто, берётся из видео или записи.',
        },
      },
      label: { en: 'Length', he: 'אורך', ru: 'Длительность' },
      min: 0,
    },
    {
      name: 'quiz',
      type: 'relationship',
      admin: {
        condition: ({ kind }) => kind === 'quiz' || canAsk(kind),
        description: {
          en: 'Of a film or a recording: the quiz whose questions are asked inside it.',
          he: 'בסרט או בהקלטה: הבוחן שהשאלות שלו נשאלות בתוכם.',
          ru: 'У фильма или записи — тест, вопросы которого задаются внутри.',
        },
      },
      label: { en: 'Quiz', he: 'בוחן', ru: 'Тест' },
      relationTo: 'quizzes',
    },
    cues,
    { name: 'body', type: 'richText', label: { en: 'Text', he: 'טקסט', ru: 'Текст' } },
    assignment,
    survey,
    resources,
    completion,
    {
      name: 'isPreview',
      type: 'checkbox',
      admin: {
        description: {
          en: 'Open to everybody, without an account.',
          he: 'פתוח לכולם, ללא חשבון.',
          ru: 'Открыт всем, без аккаунта.',
        },
        position: 'sidebar',
      },
      defaultValue: false,
      label: { en: 'Preview', he: 'תצוגה מקדימה', ru: 'Пробный урок' },
    },
    {
      name: 'isRequired',
      type: 'checkbox',
      admin: {
        description: {
          en: 'Counts towards finishing the course.',
          he: 'נספר להשלמת הקורס.',
          ru: 'Учитывается в прохождении курса.',
        },
        position: 'sidebar',
      },
      defaultValue: true,
      label: { en: 'Required', he: 'חובה', ru: 'Обязательный' },
    },
    editor,
  ],
  hooks: {
    afterChange: [sectionComesAlong, contentChanged],
    afterDelete: [contentDeleted],
    beforeChange: [keepToOwnCourses, stampTrash, guardEdits('lessons')],
    beforeDelete: [keepStudiedLesson],
    beforeValidate: [
      keepPlace,
      sectionsCourse,
      lengthFromFile,
      ruleOfKind,
      ownCaptions,
      ownCues,
      ownSlides,
      playablePackage,
      ownReferences('lessons', 'body'),
      ownResources,
      ownRelease('lessons'),
      filledToPublish,
    ],
  },
  labels: {
    plural: { en: 'Lessons', he: 'שיעורים', ru: 'Уроки' },
    singular: { en: 'Lesson', he: 'שיעור', ru: 'Урок' },
  },
  trash: true,
  versions: drafts,
}
