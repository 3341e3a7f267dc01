import { asTenant } from '@/database/scope'
import { richText } from '@/domain/pages/richText'
import { classrooms } from '@/test/factories/learning'
import { requestOf, testPayload } from '@/test/harness'

const payload = testPayload()

const formula = (blockType: 'equation' | 'inlineEquation', latex: string) => ({
  type: blockType === 'equation' ? 'block' : 'inlineBlock',
  fields: { id: '0123456789abcdef01234567', blockName: '', blockType, latex },
  format: '',
  version: blockType === 'equation' ? 2 : 1,
})

/** Writes a formula into a text, on a line of its own and within one. */
const write = async (latex: string) => {
  const room = await classrooms(payload()).classroom({ lessons: [{ kind: 'text' }] })
  const { root } = richText('Because of', 'x')
  const [first] = root.children as { children: object[] }[]
  const body = {
    root: {
      ...root,
      children: [
        { ...first, children: [...(first?.children ?? []), formula('inlineEquation', latex)] },
        formula('equation', latex),
      ],
    },
  }

  return asTenant(room.tenant, async () =>
    payload().update({
      id: room.first,
      collection: 'lessons',
      data: { _status: 'published', body: body as never },
      depth: 0,
      overrideAccess: true,
      req: await requestOf(),
    }),
  )
}

describe('a formula in a text', () => {
  it('is kept as it was written', async () => {
    const { body } = await write('\\frac{a}{b}')
    expect(JSON.stringify(body).match(/frac\{a\}\{b\}/g)).toHaveLength(2)
  })

  it.each(['\\frac{', '\\nothing', ' '])(
    'is refused where it cannot be read: %s',
    async (latex) => {
      await expect(write(latex)).rejects.toThrow('invalid')
    },
  )
})
