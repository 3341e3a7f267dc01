/**
 * @file Finds the class names and other text in a syntax tree, whatever it is wrapped in.
 * @typedef {import('estree').Node} Node
 */

/** Every literal piece of text inside an expression: literals, templates, both arms of a choice, arguments, array and object members. */
export const textsIn = (node) => {
  switch (node?.type) {
    case 'ArrayExpression':
      return node.elements.flatMap(textsIn)
    case 'BinaryExpression':
      return node.operator === '+' ? [...textsIn(node.left), ...textsIn(node.right)] : []
    case 'CallExpression':
      return node.arguments.flatMap(textsIn)
    case 'ConditionalExpression':
      return [...textsIn(node.consequent), ...textsIn(node.alternate)]
    case 'JSXExpressionContainer':
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
      return textsIn(node.expression)
    case 'Literal':
      return typeof node.value === 'string' ? [{ node, text: node.value }] : []
    case 'LogicalExpression':
      return [...textsIn(node.left), ...textsIn(node.right)]
    case 'ObjectExpression':
      return node.properties.flatMap((one) =>
        one.type === 'Property' ? [...keyText(one), ...textsIn(one.value)] : [],
      )
    case 'TemplateLiteral':
      return node.quasis.map((quasi) => ({ node: quasi, text: quasi.value.cooked ?? '' }))
    default:
      return []
  }
}

const keyText = ({ key }) =>
  key.type === 'Literal' && typeof key.value === 'string' ? [{ node: key, text: key.value }] : []

/** The class names of a text, without their variants (`md:hover:`), the important mark and the minus sign. */
const utilitiesIn = (text) =>
  text
    .split(/\s+/)
    .map((name) =>
      name.replace(/^(?:[a-z0-9@*-]+(?:\[[^\]]*\])?(?:\/[a-z0-9-]+)?:|\[[^\]]*\]:)+/i, ''),
    )
    .map((name) => name.replace(/^!|!$/g, '').replace(/^-/, ''))
    .filter(Boolean)

/** The name of a JSX attribute, or of what is called, when it is a plain name. */
export const nameOf = (node) =>
  node?.type === 'JSXIdentifier' || node?.type === 'Identifier' ? node.name : undefined

const CLASS_ATTRIBUTE = /(?:^c|C)lassName$/

const CLASS_CALLS = new Set(['clsx', 'cn', 'cva', 'twMerge'])

/** A listener that hands each class name in class attributes and class-joining calls to `check({ node, utility })`, once. */
export const onUtilities = (check) => {
  const seen = new Set()
  const look = (node) => {
    for (const { node: at, text } of textsIn(node)) {
      if (!seen.has(at)) {
        seen.add(at)
        for (const utility of utilitiesIn(text)) {
          check({ node: at, utility })
        }
      }
    }
  }

  return {
    CallExpression(node) {
      if (CLASS_CALLS.has(nameOf(node.callee))) {
        look(node)
      }
    },
    JSXAttribute(node) {
      if (CLASS_ATTRIBUTE.test(nameOf(node.name) ?? '')) {
        look(node.value)
      }
    },
  }
}
