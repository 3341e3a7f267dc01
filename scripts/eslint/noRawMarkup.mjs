import { nameOf } from './strings.mjs'

const INSTEAD = {
  a: 'TextLink or ButtonLink',
  button: 'Button',
  dialog: 'Dialog or Sheet',
  input: 'Input, Checkbox, RadioGroup or Switch',
  label: 'Field',
  select: 'Select',
  table: 'Table',
  textarea: 'Textarea',
}

/**
 * Controls, links, dialogs and tables come from `src/components/ui`, which gives them focus, names, size and direction. A hidden input is no control.
 * @type {import('eslint').Rule.RuleModule}
 */
export const noRawMarkup = {
  create: (context) => ({
    JSXOpeningElement(node) {
      const name = nameOf(node.name)
      const hidden = node.attributes.some(
        (one) => nameOf(one.name) === 'type' && one.value?.value === 'hidden',
      )
      if (name && Object.hasOwn(INSTEAD, name) && !(name === 'input' && hidden)) {
        context.report({ data: { name, instead: INSTEAD[name] }, messageId: 'raw', node })
      }
    },
  }),
  meta: {
    type: 'problem',
    docs: { description: 'build with the primitives of src/components/ui' },
    messages: { raw: '<{{name}}> stands only in src/components/ui. Use {{instead}}.' },
    schema: [],
  },
}
