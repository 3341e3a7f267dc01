import { nameOf, onUtilities } from './strings.mjs'

const VALUE = '(?:-.+|$)'

const CLASSES = [
  [new RegExp(`^ml${VALUE}`), 'ms-'],
  [new RegExp(`^mr${VALUE}`), 'me-'],
  [new RegExp(`^pl${VALUE}`), 'ps-'],
  [new RegExp(`^pr${VALUE}`), 'pe-'],
  [/^left-.+/, 'start-'],
  [/^right-.+/, 'end-'],
  [/^text-left$/, 'text-start'],
  [/^text-right$/, 'text-end'],
  [new RegExp(`^border-l${VALUE}`), 'border-s-'],
  [new RegExp(`^border-r${VALUE}`), 'border-e-'],
  [new RegExp(`^rounded-l${VALUE}`), 'rounded-s-'],
  [new RegExp(`^rounded-r${VALUE}`), 'rounded-e-'],
  [new RegExp(`^rounded-tl${VALUE}`), 'rounded-ss-'],
  [new RegExp(`^rounded-tr${VALUE}`), 'rounded-se-'],
  [new RegExp(`^rounded-bl${VALUE}`), 'rounded-es-'],
  [new RegExp(`^rounded-br${VALUE}`), 'rounded-ee-'],
  [new RegExp(`^scroll-ml${VALUE}`), 'scroll-ms-'],
  [new RegExp(`^scroll-mr${VALUE}`), 'scroll-me-'],
  [new RegExp(`^scroll-pl${VALUE}`), 'scroll-ps-'],
  [new RegExp(`^scroll-pr${VALUE}`), 'scroll-pe-'],
  [/^float-left$/, 'float-start'],
  [/^float-right$/, 'float-end'],
  [/^clear-left$/, 'clear-start'],
  [/^clear-right$/, 'clear-end'],
]

const STYLES = {
  borderBottomLeftRadius: 'borderEndStartRadius',
  borderBottomRightRadius: 'borderEndEndRadius',
  borderLeft: 'borderInlineStart',
  borderRight: 'borderInlineEnd',
  borderTopLeftRadius: 'borderStartStartRadius',
  borderTopRightRadius: 'borderStartEndRadius',
  left: 'insetInlineStart',
  marginLeft: 'marginInlineStart',
  marginRight: 'marginInlineEnd',
  paddingLeft: 'paddingInlineStart',
  paddingRight: 'paddingInlineEnd',
  right: 'insetInlineEnd',
}

const inStyle = (node) => {
  let at = node.parent
  while (at && at.type !== 'JSXAttribute') {
    if (at.type.includes('Function')) {
      return false
    }
    at = at.parent
  }

  return nameOf(at?.name) === 'style'
}

/**
 * Pages are read from both sides: start and end, never left and right.
 * @type {import('eslint').Rule.RuleModule}
 */
export const noPhysicalSide = {
  create(context) {
    const report = (node, value, instead) =>
      context.report({ data: { instead, value }, messageId: 'physical', node })

    return {
      ...onUtilities(({ node, utility }) => {
        const found = CLASSES.find(([pattern]) => pattern.test(utility))
        if (found) {
          report(node, utility, found[1])
        }
      }),
      Property(node) {
        const key = nameOf(node.key) ?? node.key.value
        const value = node.value.type === 'Literal' ? node.value.value : undefined
        if (typeof key !== 'string' || !inStyle(node)) {
          return
        }
        if (Object.hasOwn(STYLES, key)) {
          report(node.key, key, STYLES[key])
        } else if (/^(?:textAlign|float|clear)$/.test(key) && /^(?:left|right)$/.test(value)) {
          report(node.value, value, value === 'left' ? 'start' : 'end')
        }
      },
    }
  },
  meta: {
    type: 'problem',
    docs: { description: 'use logical sides, which turn with the reading direction' },
    messages: { physical: '“{{value}}” names a physical side. Use “{{instead}}”.' },
    schema: [],
  },
}
