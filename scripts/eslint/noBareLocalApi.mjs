import { nameOf } from './strings.mjs'

const METHODS = new Set([
  'count',
  'countGlobalVersions',
  'countVersions',
  'create',
  'delete',
  'duplicate',
  'find',
  'findByID',
  'findDistinct',
  'findGlobal',
  'findGlobalVersions',
  'findVersionByID',
  'findVersions',
  'restoreGlobalVersion',
  'restoreVersion',
  'update',
  'updateGlobal',
])

const isPayload = (node) =>
  nameOf(node) === 'payload' ||
  (node.type === 'MemberExpression' && nameOf(node.property) === 'payload')

const says = (node) =>
  node?.type === 'ObjectExpression' &&
  node.properties.some(
    (one) => one.type === 'Property' && (one.key.name ?? one.key.value) === 'overrideAccess',
  )

/**
 * Payload's Local API skips access rules unless told otherwise: every call says `overrideAccess`, true or false.
 * @type {import('eslint').Rule.RuleModule}
 */
export const noBareLocalApi = {
  create: (context) => ({
    CallExpression(node) {
      const { callee } = node
      if (
        callee.type === 'MemberExpression' &&
        METHODS.has(nameOf(callee.property)) &&
        isPayload(callee.object) &&
        !says(node.arguments[0])
      ) {
        context.report({ data: { method: callee.property.name }, messageId: 'bare', node })
      }
    },
  }),
  meta: {
    type: 'problem',
    docs: { description: 'say overrideAccess in every call of the Local API' },
    messages: {
      bare: 'payload.{{method}} must say `overrideAccess: false`, or `true` where no one is asking.',
    },
    schema: [],
  },
}
