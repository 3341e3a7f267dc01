import type { Payload } from 'payload'

import { classrooms } from './learning'

/** A question of each kind, of which the first has to be answered. */
export const SURVEY_QUESTIONS = [
  {
    id: 'rating',
    blockType: 'surveyRating',
    high: 'Bright',
    isRequired: true,
    low: 'Dim',
    prompt: 'How was it?',
    steps: 5,
  },
  { id: 'nps', blockType: 'surveyNps', prompt: 'Would you recommend it?' },
  {
    id: 'single',
    blockType: 'surveySingle',
    options: [
      { id: 'short', text: 'Short' },
      { id: 'long', text: 'Long' },
    ],
    prompt: 'The length?',
  },
  {
    id: 'several',
    blockType: 'surveyMultiple',
    options: [
      { id: 'films', text: 'Films' },
      { id: 'texts', text: 'Texts' },
    ],
    prompt: 'What helped?',
  },
  { id: 'text', blockType: 'surveyText', isLong: true, prompt: 'Anything else?' },
]

/** A learner before a survey with a question of each kind. */
export const surveyRoom = async (
  payload: Payload,
  { isAnonymous = false }: { isAnonymous?: boolean } = {},
) => {
  const rooms = classrooms(payload)
  const room = await rooms.classroom({ lessons: [] })
  const { course, section, tenant } = room

  return {
    ...room,
    /** Somebody else who is enrolled. */
    another: async () => {
      const learner = await rooms.user({ tenant })
      await rooms.enrolled({ course, learner: learner.id, tenant })

      return learner
    },
    lesson: await rooms.lessonIn({
      course,
      kind: 'survey',
      section,
      survey: { isAnonymous, questions: SURVEY_QUESTIONS as never },
      tenant,
    }),
    rooms,
  }
}
