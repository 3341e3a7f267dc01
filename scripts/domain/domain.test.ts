import { orderIn, withManifest, withOrder } from './lists.mjs'
import { faultOf, nameFrom } from './names.mjs'
import { domainFiles } from './templates.mjs'

const rules =
  "const DOMAINS = [\n  'events', // first\n  'tenancy',\n  'catalog',\n]\n\nmodule.exports = {}\n"
const index = [
  "import { catalog } from './catalog'",
  "import { events } from './events'",
  "import { multiTenant } from './vendor/multiTenant'",
  '',
  '/** Domains, upstream first. */',
  'const domains = [events, catalog]',
  '',
].join('\n')

describe('a new domain', () => {
  it('has its name in every form', () => {
    expect(nameFrom('gift-cards')).toEqual({
      camel: 'giftCards',
      kebab: 'gift-cards',
      pascal: 'GiftCards',
      title: 'Gift cards',
    })
    expect(nameFrom('giftCards')).toEqual(nameFrom('gift-cards'))
  })

  it.each([undefined, '', 'Gift', 'gift cards', '9lives', 'utils', 'a'.repeat(25), '../x'])(
    'may not be called %j',
    (name) => {
      expect(faultOf(name)).toBeDefined()
    },
  )

  it.each(['surveys', 'gift-cards', 'giftCards'])('may be called %s', (name) => {
    expect(faultOf(name)).toBeUndefined()
  })

  it('comes last in the order of domains', () => {
    expect(orderIn(withOrder({ domain: 'surveys', text: rules }))).toEqual([
      'events',
      'tenancy',
      'catalog',
      'surveys',
    ])
  })

  it('keeps the place it was given beforehand', () => {
    expect(withOrder({ domain: 'tenancy', text: rules })).toBe(rules)
  })

  it('is listed among the manifests at its place in that order', () => {
    const text = withManifest({ domain: 'tenancy', order: orderIn(rules), text: index })

    expect(text).toContain('const domains = [events, tenancy, catalog]')
    expect(text).toContain(
      "import { events } from './events'\nimport { tenancy } from './tenancy'\nimport { multiTenant }",
    )
  })

  it('is imported before those that follow it in the alphabet', () => {
    const text = withManifest({ domain: 'chat', order: ['chat'], text: index })

    expect(text).toMatch(/'\.\/catalog'\nimport \{ chat \} from '\.\/chat'\nimport \{ events \}/)
    expect(text).toContain('[events, catalog, chat]')
  })

  it('has a file in each room, and every file is found by those that import it', () => {
    const files = domainFiles({ domain: nameFrom('surveys'), noun: nameFrom('survey-answers') })

    expect(Object.keys(files)).toEqual([
      'collections/surveys/SurveyAnswers.ts',
      'endpoints/surveys/surveyAnswers.ts',
      'hooks/surveys/surveyAnswers.ts',
      'plugins/surveys.ts',
      'src/domain/surveys/surveyAnswers.test.ts',
      'src/domain/surveys/surveyAnswers.ts',
      'src/operations/surveys/surveyAnswers.ts',
    ])
    expect(files['plugins/surveys.ts']).toContain("from '@collections/surveys/SurveyAnswers'")
    expect(files['hooks/surveys/surveyAnswers.ts']).toContain(
      "from '@/domain/surveys/surveyAnswers'",
    )
  })
})
