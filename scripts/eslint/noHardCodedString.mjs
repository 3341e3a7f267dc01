import { nameOf, textsIn } from './strings.mjs'

const SPOKEN = new Set([
  'alt',
  'aria-description',
  'aria-label',
  'aria-placeholder',
  'aria-roledescription',
  'aria-valuetext',
  'caption',
  'description',
  'error',
  'heading',
  'hint',
  'label',
  'legend',
  'placeholder',
  'title',
])

const LETTER = /\p{L}/u

/** Texts that are shown as they stand: not the arguments of a call, nor what a choice is made by. */
const shownTexts = (node) => {
  switch (node.type) {
    case 'CallExpression':
    case 'ObjectExpression':
      return []
    case 'ConditionalExpression':
      return [...shownTexts(node.consequent), ...shownTexts(node.alternate)]
    case 'LogicalExpression':
      return [...(node.operator === '&&' ? [] : shownTexts(node.left)), ...shownTexts(node.right)]
    default:
      return textsIn(node)
  }
}

/**
 * Every visible or spoken string comes from `src/messages`, in each language.
 * @type {import('eslint').Rule.RuleModule}
 */
export const noHardCodedString = {
  create(context) {
    const report = ({ node, text }) => {
      if (LETTER.test(text)) {
        context.report({
          data: { text: text.trim().slice(0, 40) },
          messageId: 'hardCoded',
          node,
        })
      }
    }

    return {
      JSXAttribute(node) {
        if (SPOKEN.has(nameOf(node.name)) && node.value) {
          const value =
            node.value.type === 'JSXExpressionContainer' ? node.value.expression : node.value
          shownTexts(value).forEach(report)
        }
      },
      JSXExpressionContainer(node) {
        if (node.parent.type !== 'JSXAttribute') {
          shownTexts(node.expression).forEach(report)
        }
      },
      JSXText: (node) => report({ node, text: node.value }),
    }
  },
  meta: {
    type: 'problem',
    docs: { description: 'take visible strings from src/messages' },
    messages: { hardCoded: '“{{text}}” is a hard-coded string. Put it into src/messages.' },
    schema: [],
  },
}
