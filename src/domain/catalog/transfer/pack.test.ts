import type { WholeCourse } from './pack'

import { bundlesOf, MOST_FILE_BYTES, PART_BYTES, partsOf, partSize } from './job'
import { packCourse, renamedKey } from './pack'
import { normalForm } from './packed'
import { isSafeText } from './safeText'
import { elementIds, unpackFields } from './unpack'

const ID = (nth: number) => `0199a000-0000-7000-8000-00000000000${nth}`
const ELEMENT = 'abcdefabcdefabcdefabcdef'

const rich = (...children: object[]) => ({ root: { type: 'root', children, version: 1 } })

const whole = (given: Partial<WholeCourse> = {}): WholeCourse => ({
  bank: [],
  categories: [],
  course: {
    id: ID(1),
    slug: 'light',
    createdAt: 'yesterday',
    faq: [{ id: ELEMENT, answer: 'A month.', question: 'How long?' }],
    summary: null,
    tenant: ID(9),
    title: 'Light',
  },
  links: new Map([[ID(8), '/courses/dark']]),
  media: [
    { id: ID(5), alt: null, filename: 'a.mp4', isPublic: false, mimeType: 'video/mp4' },
    { id: ID(6), alt: 'Unused', filename: 'b.png', isPublic: true, mimeType: 'image/png' },
  ],
  prerequisites: [],
  quizzes: [],
  sections: [
    {
      doc: { id: ID(2), release: null, title: 'One' },
      lessons: [
        { id: ID(3), kind: 'video', title: 'Film', video: ID(5) },
        { id: ID(4), kind: 'text', release: { kind: 'after', lesson: ID(3) }, title: 'Text' },
      ],
    },
  ],
  translations: [
    {
      locale: 'ru',
      subject: ID(1),
      texts: {
        [`faq.${ELEMENT}.answer`]: { from: 'A month.', text: 'Месяц.' },
        'faq.bbbbbbbbbbbbbbbbbbbbbbbb.answer': { from: 'Gone', text: 'Нет' },
      },
    },
  ],
  ...given,
})

describe('packing a course', () => {
  it('leaves ids, times and the school behind, and names what comes along', () => {
    const { files, packed } = packCourse(whole())

    expect(JSON.stringify(packed)).not.toMatch(/0199a000|abcdefabcdef|yesterday|b\.png/)
    expect(packed.course).toEqual({
      faq: [{ id: 'e-1', answer: 'A month.', question: 'How long?' }],
      title: 'Light',
    })
    expect(packed.sections[0]?.lessons[0]?.fields.video).toEqual({ $ref: 'media-1' })
    expect(packed.sections[0]?.lessons[1]?.fields.release).toEqual({
      kind: 'after',
      lesson: { $ref: 'lesson-1' },
    })
    expect([...files]).toEqual([['media-1', ID(5)]])
    expect(packed.translations).toEqual([
      {
        locale: 'ru',
        of: 'course',
        texts: { 'faq.e-1.answer': { from: 'A month.', text: 'Месяц.' } },
      },
    ])
  })

  it('names files that stand in columns of a text', () => {
    const upload = { type: 'upload', relationTo: 'media', value: ID(5) }
    const fields = { blockType: 'columns', first: rich(upload) }
    const description = rich({ type: 'block', fields })
    const { packed } = packCourse(whole({ course: { ...whole().course, description } }))

    expect(JSON.stringify(packed.course.description)).toContain('{"$ref":"media-1"}')
    expect(isSafeText(packed.course.description)).toBe(true)
  })

  it('drops a rule that waits for what is gone, and a file that is', () => {
    const { packed } = packCourse(
      whole({
        sections: [
          {
            doc: { id: ID(2), title: 'One' },
            lessons: [
              {
                id: ID(3),
                kind: 'text',
                release: { kind: 'after', lesson: ID(7) },
                title: 'Text',
                video: ID(7),
              },
            ],
          },
        ],
      }),
    )

    expect(packed.sections[0]?.lessons[0]?.fields).toEqual({ kind: 'text', title: 'Text' })
  })

  it('makes a link to a document of the school one to its address, or leaves its words', () => {
    const link = (id: string) => ({
      type: 'link',
      children: [{ type: 'text', text: 'Words' }],
      fields: { doc: { relationTo: 'courses', value: id }, linkType: 'internal' },
    })
    const of = (id: string, links: WholeCourse['links'] = whole().links) =>
      packCourse(whole({ course: { ...whole().course, description: rich(link(id)) }, links }))
        .packed.course.description
    const words = { type: 'text', text: 'Words' }

    expect(of(ID(8))).toEqual(
      rich({
        type: 'link',
        children: [words],
        fields: { linkType: 'custom', url: '/courses/dark' },
      }),
    )
    expect(of(ID(7))).toEqual(rich(words))
    expect(of(ID(7), true)).toEqual(rich(link(ID(7))))
  })

  it('is the same for copies whose ids, addresses and file names differ', () => {
    const { packed } = packCourse(whole())
    const other = JSON.parse(
      JSON.stringify(whole())
        .replaceAll('0199a000', '0199b111')
        .replaceAll(ELEMENT, 'c0ffeec0ffeec0ffeec0ffee')
        .replace('a.mp4', 'a-1.mp4')
        .replace('"light"', '"light-2"'),
    ) as WholeCourse
    const copy = packCourse({ ...other, links: new Map() }).packed

    expect(normalForm(copy)).toEqual(normalForm(packed))
    expect(copy.slug).toBe('light-2')
  })
})

describe('unpacking', () => {
  it('gives names their ids, the same for the same name, and refuses those without', () => {
    const elements = elementIds(() => crypto.randomUUID())
    const ids = new Map([['media-1', ID(5)]])
    const unpack = (fields: object) =>
      unpackFields(fields as Record<string, unknown>, {
        element: elements.of,
        row: (name) => ids.get(name),
      })
    const [first, second] = [
      unpack({ faq: [{ id: 'e-1' }], video: { $ref: 'media-1' } }),
      unpack({ faq: [{ id: 'e-1' }] }),
    ]

    expect(first.video).toBe(ID(5))
    expect(first.faq).toEqual(second.faq)
    expect(() => unpack({ video: { $ref: 'media-2' } })).toThrow('media-2')
  })

  it.each([
    ['faq.e-1.answer', 'faq.x.answer'],
    ['body.e-1.text', 'body.x.text'],
    ['body#1abc', 'body#1abc'],
    ['title', 'title'],
  ])('names the text %s anew', (key, renamed) => {
    expect(renamedKey(key, (step) => (step === 'e-1' ? 'x' : undefined))).toBe(renamed)
  })
})

describe('a formatted text from elsewhere', () => {
  const link = (url: string) => rich({ type: 'link', children: [], fields: { url } })

  it.each(['https://a.example/x', 'mailto:a@b.example', '/courses/light', '#part', 'tel:+123'])(
    'may lead to %s',
    (url) => {
      expect(isSafeText(link(url))).toBe(true)
    },
  )

  it.each([
    'javascript:alert(1)',
    'JAVASCRIPT:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    '//evil.example',
    '/\\evil.example',
    'vbscript:x',
  ])('may not lead to %j', (url) => {
    expect(isSafeText(link(url))).toBe(false)
  })

  it.each<[string, unknown]>([
    ['is no text', 'text'],
    ['has an unknown node', rich({ type: 'iframe' })],
    ['names a row of the school', rich({ type: 'upload', relationTo: 'media', value: ID(1) })],
    ['holds a block that there is not', rich({ type: 'block', fields: { blockType: 'html' } })],
    ['hides a tree in a word', rich({ type: 'text', style: { a: 1 }, text: 'x' })],
    ['links to a row', rich({ type: 'link', fields: { doc: { value: ID(1) }, url: '/x' } })],
  ])('that %s is refused', (_, text) => {
    expect(isSafeText(text)).toBe(false)
  })

  it('may stand in columns, whose texts are looked at like any other', () => {
    const columns = (url: string) =>
      rich({
        type: 'block',
        fields: { id: 'e-1', blockType: 'columns', first: rich({ type: 'link', fields: { url } }) },
      })

    expect(isSafeText(columns('https://a.example'))).toBe(true)
    expect(isSafeText(columns('javascript:alert(1)'))).toBe(false)
  })

  it('that is nested beyond measure is refused', () => {
    let node: object = { type: 'paragraph', children: [] }
    for (let depth = 0; depth < 100; depth += 1) {
      node = { type: 'list', children: [node] }
    }

    expect(isSafeText(rich(node))).toBe(false)
  })
})

describe('the parts of a file', () => {
  it.each([
    [1, 1],
    [PART_BYTES, 1],
    [PART_BYTES + 1, 2],
    [3 * PART_BYTES, 3],
  ])('of %i bytes are %i and make up all of it', (size, parts) => {
    expect(partsOf(size)).toBe(parts)
    const sizes = Array.from({ length: parts }, (_, at) => partSize(size, at))
    expect(sizes.reduce((sum, one) => sum + one, 0)).toBe(size)
    expect(partSize(size, parts)).toBe(0)
  })

  it('are as few files as hold all courses, in their order', () => {
    const big = { size: MOST_FILE_BYTES * 0.6 }
    const small = { size: MOST_FILE_BYTES * 0.1 }

    expect(bundlesOf([big, small, small, big, small])).toEqual([
      [big, small, small],
      [big, small],
    ])
    expect(bundlesOf([])).toEqual([])
  })
})
