import type { Lesson, Media } from '@payload-types'

import type { LessonKind } from '@/domain/catalog/lessons/kinds'

import { assignmentOf } from '@/domain/catalog/lessons/assignment'
import { chaptersOf } from '@/domain/media/chapters'
import { surveyOf } from '@/domain/catalog/lessons/survey'
import { KIND_RULES } from '@/domain/catalog/lessons/kinds'

import type { LessonContent, LessonFile } from './lessonContent'

import { embedIn } from './lessonContent'

/** Whether a relation was read along, rather than named by its id. */
export const isDocument = <Document>(
  value: Document | null | string | undefined,
): value is Document => typeof value === 'object' && value !== null

/** The one file that a lesson of its kind is about. */
const fileIn = ({ audio, document, kind, video }: Lesson): Media | null => {
  const files: Partial<Record<LessonKind, Lesson['video']>> = {
    audio,
    live: video,
    pdf: document,
    slides: document,
    video,
  }
  const file = files[kind]

  return isDocument(file) ? file : null
}

/** The seconds or pages of a lesson as its author wrote it last. */
export const draftLength = (lesson: Lesson): null | number => {
  if (KIND_RULES[lesson.kind].measure !== 'pages') {
    return lesson.duration ?? null
  }
  const { document, slides } = lesson

  return isDocument(document) ? (document.pages ?? null) : slides?.length || null
}

/**
 * A file itself, at an address that staff may open, and where they ask for what was made of it for watching; the lesson's own addresses
 * answer for what is published.
 */
const shownFile = (file: Media, { captions, chapters }: Lesson): LessonFile | null =>
  file.url
    ? {
        captions: (captions ?? []).flatMap(({ file: track, label, language }) =>
          isDocument(track) && track.url
            ? [{ label: label ?? null, language, src: track.url }]
            : [],
        ),
        chapters: chaptersOf(chapters ?? []),
        filename: file.filename ?? '',
        mimeType: file.mimeType ?? null,
        opens: `/api/files/${file.id}/watch`,
        src: file.url,
      }
    : null

/** What a lesson is about as its author wrote it last, in the shape its page is made of. */
export const draftContent = (lesson: Lesson): LessonContent => {
  const { embedUrl, kind, live, slides } = lesson
  const file = fileIn(lesson)

  return {
    assignment: kind === 'assignment' ? assignmentOf(lesson.assignment ?? {}) : null,
    embed: kind === 'embed' ? embedIn(embedUrl) : null,
    file: file && shownFile(file, lesson),
    live:
      kind === 'live'
        ? {
            endsAt: live?.endsAt ?? null,
            opensBefore: live?.opensBefore ?? null,
            startsAt: live?.startsAt ?? null,
            zone: live?.zone ?? null,
          }
        : null,
    package:
      kind === 'scorm' && isDocument(lesson.package)
        ? ((lesson.package.scorm ?? null) as LessonContent['package'])
        : null,
    slides:
      kind === 'slides' && !file
        ? (slides ?? []).flatMap(({ note, picture }) =>
            isDocument(picture) && picture.url
              ? [
                  {
                    alt: picture.alt ?? null,
                    height: picture.height ?? null,
                    note: note ?? null,
                    src: picture.url,
                    width: picture.width ?? null,
                  },
                ]
              : [],
          )
        : [],
    survey: kind === 'survey' ? surveyOf(lesson.survey ?? {}) : null,
  }
}
