import type { SeedShowcase } from '../types'

/** What Aurora shows beside its plain courses, most of it in “The quiet portrait”. */
export const auroraShowcase: SeedShowcase = {
  application: {
    amount: 24_900,
    by: 'priya@aurora.test',
    message:
      'I photograph my grandparents every Sunday, and the pictures look posed. I would like to learn to wait.',
    question: 'Whom do you photograph, and what are you missing?',
    title: 'With Nora, in a small group',
  },
  bank: {
    drawn: 2,
    questions: [
      {
        answers: ['The camera', '*The light', 'The chair'],
        explanation: 'Once the light is found, you are free to look at the person.',
        prompt: 'What do you look for before the person arrives?',
      },
      {
        answers: ['*One whose answer you do not know', 'One that makes them smile', 'None at all'],
        explanation: 'A real question makes people think, and thinking is what you photograph.',
        prompt: 'Which question do you ask first?',
      },
      {
        answers: ['*Arrive early', '*Move what should not be there', 'Set up three lamps'],
        explanation: 'Two small things; the window does the rest.',
        prompt: 'What do you do with the room?',
      },
      {
        answers: ['At once', '*When the talking has begun to carry itself'],
        explanation: 'Five minutes of talk are worth fifty frames.',
        prompt: 'When do you lift the camera?',
      },
    ],
    section: 'Afterwards',
    tag: 'portrait',
    title: 'Two questions on the way out',
  },
  cohorts: {
    full: 'Harbour group',
    inside: 'ines@aurora.test',
    running: 'Evening group',
    waiting: 'leo@aurora.test',
  },
  course: 'the-quiet-portrait',
  path: {
    slug: 'from-walk-to-portrait',
    courses: ['a-walk-with-your-phone', 'seeing-light', 'the-quiet-portrait'],
    summary: 'A walk, then the light, then a face: three courses in the order in which eyes learn.',
    title: 'From a walk to a portrait',
  },
  survey: {
    answers: [
      { nps: 10, rating: 5, text: 'The first question changed how I speak to people, too.' },
      { nps: 9, rating: 5 },
      { nps: 7, rating: 4, text: 'One more example outdoors, please.' },
      { nps: 8, rating: 4 },
    ],
    more: 'What should we do differently?',
    rating: 'How clear was this course?',
    recommend: 'Would you recommend it to a friend?',
    title: 'Tell us how it was',
  },
}
