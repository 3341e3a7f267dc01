import { describe, expect, it } from '@jest/globals'

import type { StandingCourse, StandingLesson } from './editions'

import { changesSince, filesIn } from './editions'

const lesson = (id: string, given: Partial<StandingLesson> = {}): StandingLesson => ({
  id,
  digest: `${id} 1`,
  section: 's',
  title: id,
  version: `${id} v1`,
  ...given,
})

const course = (
  lessons: readonly StandingLesson[],
  sections = [{ id: 's', digest: 's 1', title: 'S' }],
): StandingCourse => ({ lessons, sections })

const told = (then: StandingCourse, now: StandingCourse) =>
  changesSince(then, now).map(({ id, change }) => `${change} ${id}`)

describe('what changed since an edition', () => {
  it('is nothing where nothing did', () => {
    const same = course([lesson('a'), lesson('b')])

    expect(changesSince(same, same)).toEqual([])
  })

  it('names as few lessons as moved that could have', () => {
    const then = course(['a', 'b', 'c', 'd', 'e'].map((id) => lesson(id)))

    expect(told(then, course(['e', 'a', 'b', 'c', 'd'].map((id) => lesson(id))))).toEqual([
      'moved e',
    ])
    expect(told(then, course(['b', 'c', 'd', 'e', 'a'].map((id) => lesson(id))))).toEqual([
      'moved a',
    ])
    expect(told(then, course(['a', 'x', 'b', 'd', 'e'].map((id) => lesson(id))))).toEqual([
      'added x',
      'removed c',
    ])
  })

  it('moves a lesson that is in another section, wherever it stands in the line', () => {
    expect(
      told(
        course([lesson('a'), lesson('b')]),
        course([lesson('a'), lesson('b', { section: 't' })]),
      ),
    ).toEqual(['moved b'])
  })

  it('tells of a changed lesson once, with what it was called and the versions to be compared', () => {
    const now = lesson('a', { digest: 'a 2', section: 't', title: 'A', version: 'a v2' })

    expect(changesSince(course([lesson('a')]), course([now]))).toEqual([
      {
        id: 'a',
        change: 'changed',
        item: 'lesson',
        title: 'A',
        versions: { now: 'a v2', then: 'a v1' },
        was: 'a',
      },
    ])
  })

  it('compares no version with one that is not kept any more', () => {
    const [change] = changesSince(
      course([lesson('a', { version: null })]),
      course([lesson('a', { digest: 'a 2' })]),
    )

    expect(change?.versions).toBeNull()
  })

  it('tells of sections before lessons', () => {
    const then = course([lesson('a')])
    const now = course(
      [],
      [
        { id: 't', digest: 't 1', title: 'T' },
        { id: 's', digest: 's 2', title: 'S' },
      ],
    )

    expect(told(then, now)).toEqual(['added t', 'changed s', 'removed a'])
  })
})

describe('the files of a lesson', () => {
  it('are all that it names, each once', () => {
    expect(
      filesIn({
        audio: null,
        body: {
          root: {
            type: 'root',
            children: [
              {
                type: 'quote',
                children: [{ type: 'upload', relationTo: 'media', value: 'picture' }],
              },
              { type: 'upload', value: 'film' },
            ],
          },
        },
        captions: [{ file: 'captions' }],
        resources: [{ file: 'handout' }, { file: undefined }],
        slides: [{ picture: 'slide' }],
        video: 'film',
      }),
    ).toEqual(['film', 'captions', 'handout', 'slide', 'picture'])
    expect(filesIn({})).toEqual([])
  })
})
