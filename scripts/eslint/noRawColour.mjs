import { onUtilities, textsIn } from './strings.mjs'

const PALETTE =
  'amber|black|blue|cyan|emerald|fuchsia|gray|green|indigo|lime|mauve|mist|neutral|olive|orange|pink|purple|red|rose|sky|slate|stone|taupe|teal|violet|white|yellow|zinc'

const PROPERTIES =
  'accent|bg|border(?:-[xytbse]|-b[se])?|caret|decoration|divide|drop-shadow|fill|from|inset-ring|inset-shadow|outline|placeholder|ring|ring-offset|shadow|stroke|text|text-shadow|to|via'

const PALETTE_CLASS = new RegExp(`^(?:${PROPERTIES})-(?:${PALETTE})(?:-\\d{2,3})?(?:/.+)?$`)

const LITERAL =
  /#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})\b|\b(?:rgb|hsl|hwb|lab|lch|oklab|oklch|color|color-mix)a?\(/i

const ARBITRARY = new RegExp(`^(?:${PROPERTIES})-[[(](.*)[\\])]`)

const NAMED = new RegExp(`^(?:color:)?(?:${PALETTE})$`)

const STYLE_COLOUR = /(?:^c|C)olou?r$|^(?:background|border|fill|outline|stroke|boxShadow)/

const isRaw = (utility) => {
  const inner = ARBITRARY.exec(utility)?.[1]

  return (
    PALETTE_CLASS.test(utility) ||
    (inner !== undefined && (LITERAL.test(inner) || NAMED.test(inner))) ||
    (utility.includes('[') && LITERAL.test(utility))
  )
}

/**
 * Colours come from the tokens: no hex, rgb() or oklch(), no class of Tailwind's palette, no arbitrary colour.
 * @type {import('eslint').Rule.RuleModule}
 */
export const noRawColour = {
  create(context) {
    const report = (node, value) => context.report({ data: { value }, messageId: 'raw', node })

    return {
      ...onUtilities(({ node, utility }) => {
        if (isRaw(utility)) {
          report(node, utility)
        }
      }),
      Literal(node) {
        const inAttribute = node.parent.type === 'JSXAttribute'
        const whole = typeof node.value === 'string' && LITERAL.exec(node.value)
        const isLink = inAttribute && /^(?:href|id|src)$/.test(node.parent.name.name)
        if (whole && whole.index === 0 && !isLink) {
          report(node, node.value)
        }
      },
      Property(node) {
        const key = node.key.name ?? node.key.value
        if (typeof key !== 'string' || !STYLE_COLOUR.test(key)) {
          return
        }
        for (const { node: at, text } of textsIn(node.value)) {
          if (text.split(/\s+/).some((word) => NAMED.test(word)) && isStyle(node)) {
            report(at, text)
          }
        }
      },
    }
  },
  meta: {
    type: 'problem',
    docs: { description: 'take colours from the design tokens' },
    messages: {
      raw: '“{{value}}” is a raw colour. Use a token, such as bg-surface or text-muted.',
    },
    schema: [],
  },
}

const isStyle = (property) => {
  const holder = property.parent.parent

  return holder.type === 'JSXExpressionContainer' && holder.parent.name?.name === 'style'
}
