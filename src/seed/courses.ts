import type { Make } from './maker'
import type { SeedCourse, SeedLesson, SeedQuestion } from './types'

import { richText } from '@/domain/pages/richText'

/** The film of a school's lessons, with what is said in it: ids of files. */
type SeededVideo = {
  captions: { blockType: string; file: string; language: string }[]
  film: string
}

/** A published course with its cover, sections, lessons and offer; answers its id. */
export const seedCourse = async ({
  categories,
  course,
  currency,
  instructor,
  make,
  video,
}: {
  /** Ids by slug. */
  categories: Readonly<Record<string, string>>
  course: SeedCourse
  currency: string
  instructor: string
  make: Make
  video: SeededVideo
}): Promise<string> => {
  const cover = await make(
    'media',
    { isPublic: true },
    { name: course.cover, alt: course.coverAlt },
  )
  const [category, ...further] = course.categories.map((slug) => categories[slug])
  const id = await make('courses', {
    slug: course.slug,
    _status: 'published',
    audience: course.audience?.join('\n'),
    categories: further,
    category,
    cover,
    description: richText(...course.description),
    faq: course.faq,
    instructor,
    level: course.level,
    outcomes: course.outcomes.join('\n'),
    requirements: course.requirements?.join('\n'),
    summary: course.summary,
    title: course.title,
  })
  for (const section of course.sections) {
    const sectionId = await make('sections', { course: id, title: section.title })
    for (const lesson of section.lessons) {
      await seedLesson({ course: id, lesson, make, section: sectionId, video })
    }
  }
  await make('offers', {
    course: id,
    isActive: true,
    isDefault: true,
    kind: 'free' in course.offer ? 'free' : 'oneTime',
    prices: 'free' in course.offer ? [] : [{ amount: course.offer.amount, currency }],
    title: course.offer.title,
  })
  if (course.plan) {
    const { amount, payments, title } = course.plan
    await make('offers', {
      course: id,
      isActive: true,
      kind: 'plan',
      payments,
      position: 1,
      prices: [{ amount, currency }],
      title,
    })
  }

  return id
}

const seedLesson = async ({
  course,
  lesson,
  make,
  section,
  video,
}: {
  course: string
  lesson: SeedLesson
  make: Make
  section: string
  video: SeededVideo
}): Promise<void> => {
  const quiz = lesson.quiz
    ? await make('quizzes', {
        _status: 'published',
        passMark: lesson.quiz.passMark,
        questions: lesson.quiz.questions.map(questionOf),
        title: lesson.title,
      })
    : undefined
  const resources = []
  for (const { title, ...resource } of lesson.resources ?? []) {
    resources.push(
      'url' in resource
        ? { blockType: 'link', title, url: resource.url }
        : {
            blockType: 'file',
            file: await make('media', {}, { name: resource.file, alt: title }),
            title,
          },
    )
  }
  await make('lessons', {
    _status: 'published',
    body: lesson.body && richText(...lesson.body),
    captions: lesson.video ? video.captions : undefined,
    course,
    isPreview: lesson.isPreview ?? false,
    isRequired: true,
    kind: quiz ? 'quiz' : lesson.video ? 'video' : 'text',
    quiz,
    resources,
    section,
    title: lesson.title,
    video: lesson.video ? video.film : undefined,
  })
}

/** A question as a quiz and the bank keep it. */
export const questionOf = ({ answers, explanation, prompt }: SeedQuestion) => ({
  answers: answers.map((answer) => ({
    isRight: answer.startsWith('*'),
    text: answer.replace(/^\*/, ''),
  })),
  blockType:
    answers.filter((answer) => answer.startsWith('*')).length > 1
      ? 'multipleChoice'
      : 'singleChoice',
  explanation,
  points: 1,
  prompt,
})
