import Prism from 'prismjs'

import 'prismjs/components/prism-bash.js'
import 'prismjs/components/prism-c.js'
import 'prismjs/components/prism-cpp.js'
import 'prismjs/components/prism-csharp.js'
import 'prismjs/components/prism-go.js'
import 'prismjs/components/prism-java.js'
import 'prismjs/components/prism-json.js'
import 'prismjs/components/prism-kotlin.js'
import 'prismjs/components/prism-markup-templating.js'
import 'prismjs/components/prism-php.js'
import 'prismjs/components/prism-python.js'
import 'prismjs/components/prism-ruby.js'
import 'prismjs/components/prism-rust.js'
import 'prismjs/components/prism-sql.js'
import 'prismjs/components/prism-swift.js'
import 'prismjs/components/prism-typescript.js'
import 'prismjs/components/prism-yaml.js'

/** A part of code: plain text, or parts of one kind. */
export type Token = string | { parts: Token[]; type: string }

/** What authors call languages, by the name of their grammar. */
const NAMES: Readonly<Record<string, string>> = {
  'c#': 'csharp',
  'c++': 'cpp',
  html: 'markup',
  js: 'javascript',
  py: 'python',
  rb: 'ruby',
  sh: 'bash',
  shell: 'bash',
  ts: 'typescript',
  xml: 'markup',
  yml: 'yaml',
}

type Stream = string | Stream[] | { content: Stream; type: string }

const partsOf = (stream: Stream): Token[] => {
  if (typeof stream === 'string') {
    return [stream]
  }

  return Array.isArray(stream)
    ? stream.flatMap(partsOf)
    : [{ type: stream.type, parts: partsOf(stream.content) }]
}

/** Code in parts of one kind each, which together are the code to the letter; one part where the language is unknown. */
export const tokensOf = (code: string, language: string): Token[] => {
  const asked = language.trim().toLowerCase()
  const name = NAMES[asked] ?? asked
  const grammar = Object.hasOwn(Prism.languages, name) ? Prism.languages[name] : undefined

  return typeof grammar === 'object' ? partsOf(Prism.tokenize(code, grammar)) : [code]
}
