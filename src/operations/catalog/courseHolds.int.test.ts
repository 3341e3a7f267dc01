import { testPayload } from '@/test/harness'

import { collectionsOfCourse } from './courseHolds'

const payload = testPayload()

describe('what names a course', () => {
  it('says whether it goes with the course or holds it, in every collection that needs one', () => {
    const naming = payload()
      .config.collections.filter(({ fields }) =>
        fields.some(
          (field) =>
            field.type === 'relationship' &&
            field.name === 'course' &&
            field.relationTo === 'courses' &&
            field.required,
        ),
      )
      .map(({ slug }) => slug)
    const known = (['hold', 'part'] as const).flatMap((kind) =>
      collectionsOfCourse(payload(), kind),
    )

    // An old address names a course or a page, and goes with either; a certificate, a course or a path, and holds it.
    // A space will be made for other than courses too, and a line that is a tip buys none.
    const others = ['certificates', 'order-lines', 'redirects', 'spaces']
    expect(known.sort()).toEqual([...naming, ...others].sort())
    expect(known.length).toBeGreaterThan(7)
  })
})
