import { changesByKind } from './changesByKind'

const change = (table: string, back = 1) => ({ back, changed: 2, gone: 3, table })

it('counts parts and versions with what they belong to, and names what belongs to nothing', () => {
  const kinds = ['course', 'courses', 'users']
  expect(
    changesByKind(
      [change('courses'), change('courses_faq'), change('_courses_v'), change('lectern_odd', 5)],
      kinds,
    ),
  ).toEqual([
    { back: 3, changed: 6, gone: 9, kind: 'courses' },
    { back: 5, changed: 2, gone: 3, kind: 'lectern_odd' },
  ])
})
