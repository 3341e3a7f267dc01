import type { Visitor } from './visitor'

import { buy, confirmedVisitor, curriculum, newPerson } from './buying'
import { said } from './said'
import { quizOf, startAttempt } from './studying'
import { signedIn } from './visitor'

const WITH_QUIZ = 'seeing-light'

let reader: Visitor
let owner: Visitor

beforeAll(async () => {
  reader = await confirmedVisitor('aurora', newPerson('Nora Ness'))
  owner = await signedIn({ email: 'owner@aurora.test', place: 'aurora' })
})

describe('learning', () => {
  it('keeps locked lessons locked', async () => {
    const { lessons } = await curriculum(reader, WITH_QUIZ)
    const text = lessons.find(({ kind }) => kind === 'text')?.id
    const quiz = lessons.find(({ kind }) => kind === 'quiz')?.id ?? ''
    const secret = await quizOf(owner, quiz)

    expect(said(await reader.post('/api/progress/completed', { lesson: text }))).toEqual([
      403,
      'lessonLocked',
    ])
    expect(said(await reader.post('/api/attempts', { quiz: secret }))).toEqual([
      403,
      'lessonLocked',
    ])
    expect((await reader.get(`/api/lessons/${text}`)).status).toBe(404)
    expect((await reader.get(`/api/quizzes/${secret}`)).status).toBe(403)
    expect((await reader.get(`/learn/${WITH_QUIZ}/${text}`)).text).not.toContain('overcast sky')
  })

  it('completes no video by saying so, and grades no answer it did not offer', async () => {
    const student = await confirmedVisitor('aurora', newPerson('Olga Oak'))
    await buy(student, WITH_QUIZ)
    const { lessons } = await curriculum(student, WITH_QUIZ)
    const lesson = (kind: string) => lessons.find((one) => one.kind === kind)?.id ?? ''
    const quiz = await quizOf(student, lesson('quiz'))
    const attempt = await startAttempt(student, quiz)
    const path = `/api/attempts/${attempt.id}/submit`
    const [question] = attempt.questions
    const answers = { [question?.id ?? '']: ['nothing'] }

    for (const kind of ['video', 'quiz']) {
      const answer = await student.post('/api/progress/completed', { lesson: lesson(kind) })
      expect(said(answer)).toEqual([422, 'notCompletable'])
    }
    expect(said(await student.post(path, { answers }))).toEqual([422, 'answerUnknown'])
    expect(said(await student.post(path, { answers: { nothing: ['a'] } }))).toEqual([
      422,
      'answerUnknown',
    ])
    expect(said(await reader.post(path, { answers: {} }))).toEqual([404, 'notFound'])
    expect((await startAttempt(student, quiz)).id).toBe(attempt.id)
  })
})
